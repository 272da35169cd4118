// NAdam: ADAM with Nesterov's momentum, which looks a step ahead.
// T. Dozat, Incorporating Nesterov momentum into Adam (2016), Algorithm 2, as PyTorch 1.13, torch.optim.NAdam, and
// Keras 3, Nadam, have it: m keeps β₁ where the paper has μₖ, and v̂ lacks the paper's further factor β₂.
#pragma once

#include "verigrad/algorithm/moments.hpp"
#include "verigrad/algorithm/real_power.hpp"
#include "verigrad/algorithm/weight_decay.hpp"
#include "verigrad/number/root.hpp"

namespace verigrad {

/// The step of one parameter: θ⁺ = θ − (along_m m⁺ + along_g g)/(√(scale v⁺) + floor).
template <class T>
struct NAdamEntry {
  MomentAverages<T> averages;
  T along_m, along_g, scale, floor;

  void operator()(const T& g, T& theta, T& m, T& v) const {
    averages.update(m, v, g);
    theta -= (along_m * m + along_g * g) / (root<T>(scale * v) + floor);
  }
};
template <>
inline constexpr bool compiled<NAdamEntry<double>> = true;

/// θ⁺ = θ − α [μₖ₊₁ m⁺/(1 − μ₁…μₖ₊₁) + (1 − μₖ) g/(1 − μ₁…μₖ)] / (√v̂ + ε) at the k-th step, k ≥ 1, with the moments
/// of ADAM, v̂ = v⁺/(1 − β₂ᵏ) and μₖ = β₁(1 − ½·0.96^{kψ}). Over Rational kψ must be an integer.
struct NAdam {
  NonNegative<"alpha"> alpha;  ///< learning rate
  PastWeight<"beta1"> beta1;
  PastWeight<"beta2"> beta2;
  NonNegative<"epsilon"> epsilon;                ///< 0 divides by 0 where no gradient has come yet
  NonNegative<"momentum_decay"> momentum_decay;  ///< ψ: 0.004 in PyTorch, 1 in Keras 3
  WeightDecay decay = {};

  /// ADAM's state with the product of the weights of Nesterov's momentum.
  template <class T>
  struct State : AdamState<T> {
    Coefficient<T> mu_product = Coefficient<T>(1);  ///< μ₁…μₖ
  };

  template <class T>
  static State<T> start(const Vector<T>& theta0) {
    return {AdamState<T>::start(theta0)};
  }

  /// μₖ, k ≥ 1.
  template <class T>
  Coefficient<T> mu(int k) const {
    using C = Coefficient<T>;
    return coefficient<T>(beta1) *
           (C(1) - frac<C>(1, 2) * real_power<C>(frac<C>(24, 25), C(k) * coefficient<T>(momentum_decay)));
  }

  /// One step in place along the gradient at θ, at the rate α or at one of its own.
  template <class T>
  void advance(State<T>& state, const Vector<T>& gradient) const {
    advance<T>(state, gradient, coefficient<T>(alpha));
  }
  template <class T>
  void advance(State<T>& state, const Vector<T>& gradient, const Coefficient<T>& rate) const {
    require_gradient_of(state.theta, gradient);
    state.count(beta1, beta2);
    const Coefficient<T> one(1), now = mu<T>(state.k), next = mu<T>(state.k + 1);
    state.mu_product *= now;
    const NAdamEntry<T> entry{{beta1, beta2},
                              T(rate * next / (one - state.mu_product * next)),
                              T(rate * (one - now) / (one - state.mu_product)),
                              T(one / state.second_correction()),
                              T(coefficient<T>(epsilon))};
    sweep(decay, rate, entry, gradient, state.theta, state.m, state.v);
  }
};

}  // namespace verigrad
