// AdaBelief: ADAM with the average of the squared distance of the gradient from its own average.
// J. Zhuang et al., AdaBelief optimizer: adapting stepsizes by the belief in observed gradients (2020), Algorithm 2.
#pragma once

#include "verigrad/algorithm/moments.hpp"
#include "verigrad/algorithm/weight_decay.hpp"
#include "verigrad/number/root.hpp"

namespace verigrad {

/// The step of one parameter: s⁺ = β₂ s + (1 − β₂)(g − m⁺)² + floor, θ⁺ = θ − rate m⁺/(√(scale s⁺) + floor).
template <class T>
struct AdaBeliefEntry {
  MomentAverages<T> averages;
  T rate, scale, floor;

  void operator()(const T& g, T& theta, T& m, T& s) const {
    averages.first.update(m, g);
    const T surprise = g - m;
    averages.second.update(s, surprise * surprise);
    s += floor;
    theta -= rate * m / (root<T>(scale * s) + floor);
  }
};
template <>
inline constexpr bool compiled<AdaBeliefEntry<double>> = true;

/// θ⁺ = θ − α m̂ / (√ŝ + ε), s⁺ = β₂ s + (1 − β₂)(g − m⁺)² + ε, m̂ = m⁺/(1 − β₁ᵏ), ŝ = s⁺/(1 − β₂ᵏ) at the k-th step,
/// k ≥ 1, from m = s = 0; s is the state's v.
struct AdaBelief {
  NonNegative<"alpha"> alpha;  ///< learning rate
  PastWeight<"beta1"> beta1;
  PastWeight<"beta2"> beta2;
  NonNegative<"epsilon"> epsilon;  ///< 0 divides by 0 where no gradient has come yet
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
    const AdaBeliefEntry<T> entry{{beta1, beta2},
                                  T(rate / state.first_correction()),
                                  T(Coefficient<T>(1) / state.second_correction()),
                                  T(coefficient<T>(epsilon))};
    sweep(decay, rate, entry, gradient, state.theta, state.m, state.v);
  }
};

}  // namespace verigrad
