// Lion: steps of one size along the sign of an average.
// X. Chen et al., Symbolic discovery of optimization algorithms (2023), Algorithm 2.
#pragma once

#include "verigrad/algorithm/blocks.hpp"
#include "verigrad/algorithm/branches.hpp"
#include "verigrad/algorithm/weight_decay.hpp"

namespace verigrad {

/// The step of one parameter.
template <class T>
struct LionEntry {
  RunningAverage<T> direction, memory;
  T rate;

  void operator()(const T& g, T& theta, T& m) const {
    theta -= rate * signum<T>(direction.after(m, g));
    memory.update(m, g);
  }
};
template <>
inline constexpr bool compiled<LionEntry<double>> = true;

/// θ⁺ = θ − α sign(β₁ m + (1 − β₁) g), m⁺ = β₂ m + (1 − β₂) g, from m = 0. The paper's decay is decoupled.
struct Lion {
  NonNegative<"alpha"> alpha;  ///< learning rate
  PastWeight<"beta1"> beta1;
  PastWeight<"beta2"> beta2;
  WeightDecay decay = {};

  /// θ and the average of its gradients.
  template <class T>
  struct State {
    Vector<T> theta;
    Vector<T> m;
  };

  template <class T>
  static State<T> start(const Vector<T>& theta0) {
    return {theta0, Vector<T>::Constant(theta0.size(), T(0))};
  }

  /// One step in place along the gradient at θ, at the rate α or at one of its own.
  template <class T>
  void advance(State<T>& state, const Vector<T>& gradient) const {
    advance<T>(state, gradient, coefficient<T>(alpha));
  }
  template <class T>
  void advance(State<T>& state, const Vector<T>& gradient, const Coefficient<T>& rate) const {
    require_gradient_of(state.theta, gradient);
    sweep(decay, rate, LionEntry<T>{beta1, beta2, T(rate)}, gradient, state.theta, state.m);
  }
};

}  // namespace verigrad
