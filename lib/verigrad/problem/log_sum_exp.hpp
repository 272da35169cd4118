// Log-sum-exp: f(x) = ρ log Σ exp((⟨aᵢ, x − c⟩ + bᵢ)/ρ) + λ‖x − c‖²/2, a smooth form of the maximum of affine
// functions.
#pragma once

#include "verigrad/problem/minimiser.hpp"

namespace verigrad {

/// f: ℝᵈ → ℝ, convex and smooth; rationals do not hold its values.
class LogSumExp {
public:
  /// A (N × d) with rows aᵢ, b (N), ρ > 0, centre c (d), ridge λ ≥ 0. Throws std::invalid_argument otherwise.
  LogSumExp(Matrix<double> a, Vector<double> b, double rho, Vector<double> centre, double ridge = 0);
  /// The rows aᵢ and −aᵢ, both with bᵢ: c is a minimiser.
  static LogSumExp symmetric(const Matrix<double>& a, const Vector<double>& b, double rho, Vector<double> centre);

  template <class T>
  T value(const Vector<T>& x) const;
  template <class T>
  Vector<T> gradient(const Vector<T>& x) const;
  template <class T>
  Vector<T> hessian_product(const Vector<T>& x, const Vector<T>& v) const;
  /// The centre where rows come in pairs; else enclosed by strong convexity, see problem/minimiser.hpp.
  template <class T>
  Minimum<T> minimum() const;

  /// Whether λ > 0, or the rows come in pairs ±a with equal b, so that the centre is a minimiser by symmetry.
  bool has_minimum() const { return symmetric_ || ridge_ > 0; }
  Eigen::Index dimension() const { return a_.cols(); }
  std::string describe() const;
  /// lower = λ, upper = max ‖aᵢ‖²/ρ + λ, the variance of ⟨a, v⟩ being at most its mean square; attained at the centre
  /// by one pair.
  Curvature curvature() const { return {ridge_, smoothness_}; }

private:
  bool rows_are_paired() const;
  Minimum<Ball> enclose_minimum() const;
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
  double ridge_;
  double smoothness_;
  bool symmetric_;
  std::shared_ptr<MinimumCache> cache_;
};

}  // namespace verigrad
