// RAdam, rectified ADAM: while the second moment rests on too few gradients to divide by, momentum alone.
// L. Liu et al., On the variance of the adaptive learning rate and beyond (2020), Algorithm 2; PyTorch 1.13,
// torch.optim.RAdam.
#pragma once

#include "verigrad/algorithm/adam.hpp"
#include "verigrad/number/select.hpp"

namespace verigrad {

/// With the moments of ADAM, ρ∞ = 2/(1 − β₂) − 1 and ρₖ = ρ∞ − 2kβ₂ᵏ/(1 − β₂ᵏ) at the k-th step, k ≥ 1:
/// θ⁺ = θ − α m̂ rₖ √(1 − β₂ᵏ)/(√v⁺ + ε) where ρₖ > threshold, rₖ² = (ρₖ − 4)(ρₖ − 2)ρ∞ / ((ρ∞ − 4)(ρ∞ − 2)ρₖ), and
/// θ⁺ = θ − α m̂ elsewhere. Over Rational rₖ √(1 − β₂ᵏ) must be a fraction.
struct RAdam {
  NonNegative<"alpha"> alpha;  ///< learning rate
  PastWeight<"beta1"> beta1;
  PastWeight<"beta2"> beta2;
  NonNegative<"epsilon"> epsilon;          ///< 0 in the paper; then 0 divides by 0 where no gradient has come yet
  Argument<"threshold", 4> threshold = 5;  ///< 4 in the paper, 5 in PyTorch
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
    sweep(decay, rate, entry<T>(state, rate), gradient, state.theta, state.m, state.v);
  }

  /// ρ∞, and ρₖ after k steps.
  template <class T>
  Coefficient<T> rho_limit() const {
    using C = Coefficient<T>;
    return C(2) / (C(1) - coefficient<T>(beta2)) - C(1);
  }
  /// ρₖ = ρ_∞ − 2kβ₂ᵏ/(1 − β₂ᵏ).
  template <class T>
  Coefficient<T> rho(const AdamState<T>& state) const {
    return rho_limit<T>() - Coefficient<T>(2 * state.k) * state.beta2_to_k / state.second_correction();
  }

private:
  /// ADAM's entry, which divides by 1 where its scale is 0 and its floor 1.
  template <class T>
  AdamEntry<T> entry(const AdamState<T>& state, const Coefficient<T>& rate) const {
    using C = Coefficient<T>;
    const C plain = rate / state.first_correction(), short_of = coefficient<T>(threshold) - rho<T>(state);
    if (certainly_at_most<C>(C(0), short_of)) return {{beta1, beta2}, T(plain), T(0), T(1)};
    return {{beta1, beta2},
            T(select<C>(short_of, plain, plain * root<C>(squared_rectification<T>(state)))),
            T(select<C>(short_of, C(0), C(1))),
            T(select<C>(short_of, C(1), coefficient<T>(epsilon)))};
  }
  /// rₖ²(1 − β₂ᵏ).
  template <class T>
  Coefficient<T> squared_rectification(const AdamState<T>& state) const {
    using C = Coefficient<T>;
    const C limit = rho_limit<T>(), now = rho<T>(state);
    return (now - C(4)) * (now - C(2)) * limit / ((limit - C(4)) * (limit - C(2)) * now) * state.second_correction();
  }
};

}  // namespace verigrad
