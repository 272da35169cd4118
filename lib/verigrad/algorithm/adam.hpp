// ADAM as published, and as the thesis prints it, without bias correction.
// D. Kingma, J. Ba, Adam: a method for stochastic optimization (2015), Algorithm 1; thesis (1.32). ADAM with coupled
// decay is torch.optim.Adam of PyTorch 1.13, with decoupled decay torch.optim.AdamW.
#pragma once

#include "verigrad/algorithm/moments.hpp"
#include "verigrad/algorithm/weight_decay.hpp"
#include "verigrad/number/root.hpp"

namespace verigrad {

/// The step of one parameter: θ⁺ = θ − rate m⁺/(√(scale v⁺) + floor).
template <class T>
struct AdamEntry {
  MomentAverages<T> averages;
  T rate, scale, floor;

  void operator()(const T& g, T& theta, T& m, T& v) const {
    averages.update(m, v, g);
    theta -= rate * m / (root<T>(scale * v) + floor);
  }
};
template <>
inline constexpr bool compiled<AdamEntry<double>> = true;

/// The published method: θ⁺ = θ − α m̂ / (√v̂ + ε), m̂ = m⁺/(1 − β₁ᵏ), v̂ = v⁺/(1 − β₂ᵏ) at the k-th step, k ≥ 1, from
/// m = v = 0. With decoupled weight decay it is AdamW.
struct Adam {
  Finite<"alpha"> alpha;  ///< learning rate
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
    const AdamEntry<T> entry{{beta1, beta2},
                             T(rate / state.first_correction()),
                             T(Coefficient<T>(1) / state.second_correction()),
                             T(coefficient<T>(epsilon))};
    sweep(decay, rate, entry, gradient, state.theta, state.m, state.v);
  }
};

/// As the thesis prints it: θ⁺ = θ − α m⁺ / (√v⁺ + ε), from m = v = 0. Its first steps differ from ADAM's by the factor
/// (1 − β₁ᵏ)/√(1 − β₂ᵏ), for ε = 0. Kept to be checked; for training take Adam.
struct AdamWithoutBiasCorrection {
  double alpha;
  double beta1;
  double beta2;
  double epsilon;

  template <class T>
  static AdamState<T> start(const Vector<T>& theta0) {
    return AdamState<T>::start(theta0);
  }

  template <class T>
  void advance(AdamState<T>& state, const Vector<T>& gradient) const {
    require_gradient_of(state.theta, gradient);
    ++state.k;
    const AdamEntry<T> entry{{beta1, beta2}, T(coefficient<T>(alpha)), T(1), T(coefficient<T>(epsilon))};
    sweep(entry, gradient, state.theta, state.m, state.v);
  }
};

}  // namespace verigrad
