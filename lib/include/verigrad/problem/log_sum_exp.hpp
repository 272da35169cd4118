// Log-sum-exp: f(x) = ρ log Σ exp((⟨aᵢ, x − c⟩ + bᵢ)/ρ), a smooth form of the maximum of affine functions.
#pragma once

#include "verigrad/problem/objective.hpp"

namespace verigrad {

class LogSumExp {
public:
  /// A (N × d) with rows aᵢ, b (N), ρ > 0, centre c (d). Throws std::invalid_argument otherwise.
  LogSumExp(Matrix<double> a, Vector<double> b, double rho, Vector<double> centre);
  /// The rows aᵢ and −aᵢ, both with bᵢ: c is a minimiser.
  static LogSumExp symmetric(const Matrix<double>& a, const Vector<double>& b, double rho, Vector<double> centre);

  template <class T>
  T value(const Vector<T>& x) const;
  template <class T>
  Vector<T> gradient(const Vector<T>& x) const;
  template <class T>
  Vector<T> hessian_product(const Vector<T>& x, const Vector<T>& v) const;
  /// The centre, and f there.
  template <class T>
  Minimum<T> minimum() const;

  /// Whether the rows come in pairs ±a with equal b, so that the centre is a minimiser by symmetry.
  bool has_minimum() const { return symmetric_; }
  Eigen::Index dimension() const { return a_.cols(); }
  std::string describe() const;
  /// upper = max ‖aᵢ‖²/ρ, the variance of ⟨a, v⟩ being at most its mean square; attained at the centre by one pair.
  Curvature curvature() const { return {0, smoothness_}; }

private:
  bool rows_are_paired() const;
  /// The terms (⟨aᵢ, x − c⟩ + bᵢ)/ρ shifted by a point near the largest, their exponentials and the sum of these.
  template <class T>
  struct Terms {
    T shift;
    Vector<T> exponentials;
    T sum;
  };
  template <class T>
  Terms<T> terms(const Vector<T>& x) const;

  Matrix<double> a_;
  Vector<double> b_;
  double rho_;
  Vector<double> centre_;
  double smoothness_;
  bool symmetric_;
};

}  // namespace verigrad
