// Adamax: ADAM with the maximum norm in place of the root of the second moment.
// D. Kingma, J. Ba, Adam: a method for stochastic optimization (2015), Algorithm 2; PyTorch 1.13, torch.optim.Adamax.
#pragma once

#include "verigrad/algorithm/branches.hpp"
#include "verigrad/algorithm/moments.hpp"
#include "verigrad/algorithm/weight_decay.hpp"

namespace verigrad {

/// The step of one parameter: u⁺ = max(weight u, |g| + floor), θ⁺ = θ − rate m⁺/u⁺.
template <class T>
struct AdamaxEntry {
  RunningAverage<T> average;
  T rate, weight, floor;

  void operator()(const T& g, T& theta, T& m, T& u) const {
    average.update(m, g);
    u = maximum<T>(weight * u, absolute<T>(g) + floor);
    theta -= rate * m / u;
  }
};
template <>
inline constexpr bool compiled<AdamaxEntry<double>> = true;

/// θ⁺ = θ − α/(1 − β₁ᵏ) m⁺/u⁺, u⁺ = max(β₂ u, |g| + ε) at the k-th step, k ≥ 1, from m = u = 0; u is the state's v.
struct Adamax {
  NonNegative<"alpha"> alpha;  ///< learning rate
  PastWeight<"beta1"> beta1;
  PastWeight<"beta2"> beta2;
  NonNegative<"epsilon"> epsilon;  ///< 0 in the paper; then 0 divides by 0 where no gradient has come yet
  WeightDecay decay = {};

  template <class T>
  static AdamState<T> start(const Vector<T>& theta0) {
    return AdamState<T>::start(theta0);
  }

  /// One step in place along the gradient at θ, at the rate α or at one of its own.
  template <class T>
  void advance(AdamState<T>& state, const Vector<T>& gradient) const {
    advance<T>(state, gradient, coefficient<T>(alpha));
  }
  template <class T>
  void advance(AdamState<T>& state, const Vector<T>& gradient, const Coefficient<T>& rate) const {
    require_gradient_of(state.theta, gradient);
    state.count(beta1, beta2);
    const AdamaxEntry<T> entry{beta1, T(rate / state.first_correction()), T(coefficient<T>(beta2)),
                               T(coefficient<T>(epsilon))};
    sweep(decay, rate, entry, gradient, state.theta, state.m, state.v);
  }
};

}  // namespace verigrad
