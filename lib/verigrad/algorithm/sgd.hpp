// Gradient descent with momentum as frameworks have it: the rate stands outside the velocity, so that a new rate acts
// on all of it at once. PyTorch 1.13, torch.optim.SGD; optax.sgd. With the rate inside: algorithm/heavy_ball.hpp,
// nesterov.hpp.
#pragma once

#include "verigrad/algorithm/blocks.hpp"
#include "verigrad/algorithm/weight_decay.hpp"

namespace verigrad {

/// The step of one parameter: b⁺ = inertia b + share g, θ⁺ = θ − rate b⁺, or θ − rate (g + inertia b⁺) ahead.
template <class T>
struct SgdEntry {
  T rate, inertia, share;
  bool ahead;

  void operator()(const T& g, T& theta, T& b) const {
    b = inertia * b + share * g;
    theta -= rate * (ahead ? T(g + inertia * b) : b);
  }
};
template <>
inline constexpr bool compiled<SgdEntry<double>> = true;

/// b⁺ = μ b + (1 − τ) g, but g at the first step and where μ = 0; θ⁺ = θ − γ b⁺, with Nesterov's momentum
/// θ⁺ = θ − γ (g + μ b⁺).
struct Sgd {
  NonNegative<"gamma"> gamma;              ///< learning rate
  NonNegative<"mu"> mu = 0;                ///< momentum; 1 has no friction
  NonNegative<"dampening"> dampening = 0;  ///< τ
  bool nesterov = false;
  WeightDecay decay = {};

  /// θ and its velocity.
  template <class T>
  struct State {
    Vector<T> theta;
    Vector<T> b;  ///< velocity
    int k = 0;    ///< steps taken
  };

  template <class T>
  static State<T> start(const Vector<T>& theta0) {
    return {theta0, Vector<T>::Constant(theta0.size(), T(0))};
  }

  /// One step in place along the gradient at θ, at the rate γ or at one of its own.
  template <class T>
  void advance(State<T>& state, const Vector<T>& gradient) const {
    advance<T>(state, gradient, coefficient<T>(gamma));
  }
  template <class T>
  void advance(State<T>& state, const Vector<T>& gradient, const Coefficient<T>& rate) const {
    require_gradient_of(state.theta, gradient);
    const bool undamped = state.k++ == 0 || mu == 0;
    const Coefficient<T> share = Coefficient<T>(1) - coefficient<T>(undamped ? 0 : double(dampening));
    const SgdEntry<T> entry{T(rate), T(coefficient<T>(mu)), T(share), nesterov};
    sweep(decay, rate, entry, gradient, state.theta, state.b);
  }
};

}  // namespace verigrad
