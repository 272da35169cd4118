// What ADAM and its relatives share: the averages of the gradient and of its square, and the corrections of their bias.
// D. Kingma, J. Ba, Adam: a method for stochastic optimization (2015), Algorithm 1.
#pragma once

#include "verigrad/algorithm/blocks.hpp"
#include "verigrad/algorithm/coefficient.hpp"

namespace verigrad {

/// The parameters with the two moments of ADAM's relatives.
template <class T>
struct AdamState {
  Vector<T> theta;
  Vector<T> m;  ///< average of g
  Vector<T> v;  ///< average of g ⊙ g, or what the method has in its place, or its start value
  int k = 0;    ///< steps taken
  Coefficient<T> beta1_to_k = Coefficient<T>(1), beta2_to_k = Coefficient<T>(1);

  static AdamState start(const Vector<T>& theta0) {
    const Vector<T> zero = Vector<T>::Constant(theta0.size(), T(0));
    return {theta0, zero, zero};
  }

  /// Begins the next step: k, β₁ᵏ, β₂ᵏ.
  void count(double beta1, double beta2) {
    ++k;
    beta1_to_k *= coefficient<T>(beta1);
    beta2_to_k *= coefficient<T>(beta2);
  }
  /// 1 − β₁ᵏ and 1 − β₂ᵏ, by which averages that begin at 0 fall short.
  Coefficient<T> first_correction() const { return Coefficient<T>(1) - beta1_to_k; }
  Coefficient<T> second_correction() const { return Coefficient<T>(1) - beta2_to_k; }
};

/// m⁺ = β₁ m + (1 − β₁) g, v⁺ = β₂ v + (1 − β₂) g ⊙ g.
template <class T>
struct MomentAverages {
  RunningAverage<T> first, second;

  template <class M, class V, class G>
  void update(M& m, V& v, const G& g) const {
    first.update(m, g);
    second.update(v, g * g);
  }
};

}  // namespace verigrad
