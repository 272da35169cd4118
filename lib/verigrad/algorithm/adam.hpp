// ADAM as published, and as the thesis prints it, without bias correction.
// D. Kingma, J. Ba, Adam: a method for stochastic optimization (2015), Algorithm 1; thesis (1.32).
#pragma once

#include "verigrad/algorithm/blocks.hpp"
#include "verigrad/algorithm/sweep.hpp"
#include "verigrad/number/root.hpp"

namespace verigrad {

/// The two moments of ADAM's relatives.
template <class T>
struct AdamState {
  Vector<T> theta;
  Vector<T> m;  ///< average of g
  Vector<T> v;  ///< average of g ⊙ g, or its start value
  int k = 0;    ///< steps taken
  T beta1_to_k = T(1), beta2_to_k = T(1);

  static AdamState start(const Vector<T>& theta0) {
    const Vector<T> zero = Vector<T>::Constant(theta0.size(), T(0));
    return {theta0, zero, zero};
  }
};

/// m⁺ = β₁ m + (1 − β₁) g, v⁺ = β₂ v + (1 − β₂) g ⊙ g.
template <class T>
class MomentAverages {
public:
  MomentAverages(double beta1, double beta2)
      : beta1_(exact<T>(beta1)), beta2_(exact<T>(beta2)), share1_(T(1) - beta1_), share2_(T(1) - beta2_) {}

  template <class M, class V, class G>
  void update(M& m, V& v, const G& g) const {
    m = beta1_ * m + share1_ * g;
    v = beta2_ * v + share2_ * (g * g);
  }

private:
  T beta1_, beta2_, share1_, share2_;
};

/// The step of one parameter: θ⁺ = θ − rate m⁺/(√(scale v⁺) + floor).
template <class T>
struct AdamEntry {
  MomentAverages<T> averages;
  T rate, scale, floor;

  void operator()(T& theta, T& m, T& v, const T& g) const {
    averages.update(m, v, g);
    theta -= rate * m / (root<T>(scale * v) + floor);
  }
};
template <>
void sweep(const AdamEntry<double>& entry, Vector<double>& theta, Vector<double>& m, Vector<double>& v,
           const Vector<double>& g);

/// The published method: θ⁺ = θ − α m̂ / (√v̂ + ε), m̂ = m⁺/(1 − β₁ᵏ), v̂ = v⁺/(1 − β₂ᵏ) at the k-th step, k ≥ 1, from
/// m = v = 0.
struct Adam {
  double alpha;    ///< learning rate, > 0
  double beta1;    ///< in [0, 1)
  double beta2;    ///< in [0, 1)
  double epsilon;  ///< > 0

  template <class T>
  static AdamState<T> start(const Vector<T>& theta0) {
    return AdamState<T>::start(theta0);
  }

  /// One step in place along the gradient at θ.
  template <class T>
  void advance(AdamState<T>& state, const Vector<T>& gradient) const {
    require_gradient_of(state.theta, gradient);
    ++state.k;
    state.beta1_to_k *= exact<T>(beta1);
    state.beta2_to_k *= exact<T>(beta2);
    const AdamEntry<T> entry{{beta1, beta2},
                             exact<T>(alpha) / (T(1) - state.beta1_to_k),
                             T(1) / (T(1) - state.beta2_to_k),
                             exact<T>(epsilon)};
    sweep(entry, state.theta, state.m, state.v, gradient);
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
    sweep(AdamEntry<T>{{beta1, beta2}, exact<T>(alpha), T(1), exact<T>(epsilon)}, state.theta, state.m, state.v,
          gradient);
  }
};

}  // namespace verigrad
