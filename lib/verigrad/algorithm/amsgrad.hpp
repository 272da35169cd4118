// AMSGrad: ADAM whose steps are divided by the largest second moment so far.
// S. Reddi, S. Kale, S. Kumar, On the convergence of Adam and beyond (2018), Algorithm 2; PyTorch 1.13,
// torch.optim.Adam and AdamW with amsgrad=True.
#pragma once

#include "verigrad/algorithm/branches.hpp"
#include "verigrad/algorithm/moments.hpp"
#include "verigrad/algorithm/weight_decay.hpp"
#include "verigrad/number/root.hpp"

namespace verigrad {

/// The step of one parameter: w⁺ = max(w, before v⁺), θ⁺ = θ − rate m⁺/(√(after w⁺) + floor).
template <class T>
struct AmsGradEntry {
  MomentAverages<T> averages;
  T rate, before, after, floor;

  void operator()(const T& g, T& theta, T& m, T& v, T& largest) const {
    averages.update(m, v, g);
    largest = maximum<T>(largest, before * v);
    theta -= rate * m / (root<T>(after * largest) + floor);
  }
};
template <>
inline constexpr bool compiled<AmsGradEntry<double>> = true;

/// θ⁺ = θ − α m̂ / (√ŵ + ε) with the moments m⁺, v⁺ of ADAM from 0 and their largest, which implementations correct
/// for bias in three ways.
struct AmsGrad {
  enum class Correction {
    none,            ///< m̂ = m⁺, ŵ = max(w, v⁺): the paper, whose ε is 0
    after_maximum,   ///< m̂ = m⁺/(1 − β₁ᵏ), ŵ = max(w, v⁺)/(1 − β₂ᵏ): PyTorch
    before_maximum,  ///< m̂ = m⁺/(1 − β₁ᵏ), ŵ = max(w, v⁺/(1 − β₂ᵏ)): optax
  };

  NonNegative<"alpha"> alpha;  ///< learning rate
  PastWeight<"beta1"> beta1;
  PastWeight<"beta2"> beta2;
  NonNegative<"epsilon"> epsilon;  ///< 0 divides by 0 where no gradient has come yet
  Correction correction;
  WeightDecay decay = {};

  /// ADAM's state with the largest second moment so far.
  template <class T>
  struct State : AdamState<T> {
    Vector<T> largest;  ///< w
  };

  template <class T>
  static State<T> start(const Vector<T>& theta0) {
    return {AdamState<T>::start(theta0), Vector<T>::Constant(theta0.size(), T(0))};
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
    sweep(decay, rate, entry<T>(state, rate), gradient, state.theta, state.m, state.v, state.largest);
  }

private:
  template <class T>
  AmsGradEntry<T> entry(const AdamState<T>& state, const Coefficient<T>& rate) const {
    const T floor(coefficient<T>(epsilon)), one(1);
    if (correction == Correction::none) return {{beta1, beta2}, T(rate), one, one, floor};
    const T corrected(rate / state.first_correction()), scale(Coefficient<T>(1) / state.second_correction());
    if (correction == Correction::after_maximum) return {{beta1, beta2}, corrected, one, scale, floor};
    return {{beta1, beta2}, corrected, scale, one, floor};
  }
};

}  // namespace verigrad
