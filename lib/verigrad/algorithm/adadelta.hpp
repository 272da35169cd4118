// Adadelta: each parameter's step has the size of its past steps over that of its gradients.
// M. Zeiler, ADADELTA: an adaptive learning rate method (2012), Algorithm 1; with a rate, PyTorch 1.13,
// torch.optim.Adadelta.
#pragma once

#include "verigrad/algorithm/blocks.hpp"
#include "verigrad/algorithm/weight_decay.hpp"
#include "verigrad/number/root.hpp"

namespace verigrad {

/// The step of one parameter.
template <class T>
struct AdadeltaEntry {
  RunningAverage<T> average;
  T rate, floor;

  void operator()(const T& g, T& theta, T& v, T& u) const {
    average.update(v, g * g);
    const T delta = root<T>(u + floor) / root<T>(v + floor) * g;
    average.update(u, delta * delta);
    theta -= rate * delta;
  }
};
template <>
inline constexpr bool compiled<AdadeltaEntry<double>> = true;

/// v⁺ = ρ v + (1 − ρ) g ⊙ g, Δ = √(u + ε)/√(v⁺ + ε) g, u⁺ = ρ u + (1 − ρ) Δ ⊙ Δ, θ⁺ = θ − γ Δ, from u = v = 0.
struct Adadelta {
  NonNegative<"gamma"> gamma;  ///< rate, 1 in the paper
  PastWeight<"rho"> rho;
  NonNegative<"epsilon"> epsilon;  ///< 0 never moves, and divides by 0 where no gradient has come yet
  WeightDecay decay = {};

  /// θ with the averages that divide and scale a step.
  template <class T>
  struct State {
    Vector<T> theta;
    Vector<T> v;  ///< average of g ⊙ g
    Vector<T> u;  ///< average of Δ ⊙ Δ
  };

  template <class T>
  static State<T> start(const Vector<T>& theta0) {
    const Vector<T> zero = Vector<T>::Constant(theta0.size(), T(0));
    return {theta0, zero, zero};
  }

  /// One step in place along the gradient at θ, at the rate γ or at one of its own.
  template <class T>
  void advance(State<T>& state, const Vector<T>& gradient) const {
    advance<T>(state, gradient, coefficient<T>(gamma));
  }
  template <class T>
  void advance(State<T>& state, const Vector<T>& gradient, const Coefficient<T>& rate) const {
    require_gradient_of(state.theta, gradient);
    const AdadeltaEntry<T> entry{rho, T(rate), T(coefficient<T>(epsilon))};
    sweep(decay, rate, entry, gradient, state.theta, state.v, state.u);
  }
};

}  // namespace verigrad
