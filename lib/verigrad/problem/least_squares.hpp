// Least squares and ridge regression: f(x) = ‖Ax − b‖²/(2N) + λ‖x‖²/2, N the number of rows of A.
#pragma once

#include "verigrad/problem/dataset.hpp"
#include "verigrad/problem/objective.hpp"

namespace verigrad {

/// f: ℝᵈ → [0, ∞[, convex, with a minimiser, over every number type.
class LeastSquares {
public:
  /// A (N × d), b (N), ridge λ ≥ 0; `name` stands for the data in describe(). Throws std::invalid_argument when sizes
  /// differ, an entry is not finite or λ < 0.
  LeastSquares(Matrix<double> a, Vector<double> b, double ridge = 0, std::string name = "");

  template <class T>
  static constexpr bool over = true;
  template <class T>
  T value(const Vector<T>& x) const;
  template <class T>
  Vector<T> gradient(const Vector<T>& x) const;
  template <class T>
  Vector<T> hessian_product(const Vector<T>& x, const Vector<T>& v) const;
  /// The solution of (AᵀA/N + λI) x = Aᵀb/N in exact rationals, enclosed in T; if min(N, d) > 64, by a proven bound on
  /// the error. If there are many, one in the range of Aᵀ where N < d, else the one with 0 for the unknowns left free.
  template <class T>
  Minimum<T> minimum() const;

  Eigen::Index dimension() const { return a_.cols(); }
  std::string describe() const;
  /// Proven bounds of the spectrum of AᵀA/N + λI, see problem/spectrum.hpp.
  Curvature curvature() const { return curvature_; }

private:
  struct ExactMinimum;
  const Minimum<Rational>& exact_minimum() const;

  Matrix<double> a_;
  Vector<double> b_;
  double ridge_;
  std::string name_;
  Curvature curvature_;
  std::shared_ptr<ExactMinimum> exact_;
};

/// Least squares of the target on the features and an intercept, which the ridge shrinks too.
/// Throws std::invalid_argument when an entry of a feature or the target exceeds largest_entry in magnitude.
LeastSquares least_squares(const DataSet& data, double ridge = 0);

}  // namespace verigrad
