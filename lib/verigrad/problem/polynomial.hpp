// Polynomials of one variable: f(x) = Σ aⱼxʲ, with all derivatives in exact arithmetic.
#pragma once

#include "verigrad/problem/objective.hpp"

namespace verigrad {

/// f: ℝ → ℝ.
class Polynomial {
public:
  /// a₀, a₁, …. Throws std::invalid_argument when there are none.
  explicit Polynomial(Vector<double> coefficients);

  template <class T>
  static constexpr bool over = true;
  template <class T>
  T value(const Vector<T>& x) const {
    return derivative_at<T>(x[0], 0);
  }
  template <class T>
  Vector<T> gradient(const Vector<T>& x) const {
    return Vector<T>::Constant(1, derivative_at<T>(x[0], 1));
  }
  template <class T>
  Vector<T> hessian_product(const Vector<T>& x, const Vector<T>& v) const {
    return Vector<T>::Constant(1, derivative_at<T>(x[0], 2) * v[0]);
  }

  Eigen::Index dimension() const { return 1; }
  std::string describe() const;
  /// 2a₂ at degree 2 or less, and no bounds beyond.
  Curvature curvature() const;

private:
  /// The derivative of this order, by Horner's scheme.
  template <class T>
  T derivative_at(const T& x, int order) const {
    T sum(0);
    for (int j = int(coefficients_.size()) - 1; j >= order; --j) {
      T a = exact<T>(coefficients_[j]);
      for (int factor = j; factor > j - order; --factor) a *= T(factor);
      sum = sum * x + a;
    }
    return sum;
  }

  Vector<double> coefficients_;
};

}  // namespace verigrad
