// Quadratics f(x) = ½ (x − c)ᵀ H (x − c) with a spectrum that is known exactly.
#pragma once

#include "verigrad/problem/objective.hpp"

namespace verigrad {

/// f: ℝᵈ → ℝ for a symmetric H of any signature.
class Quadratic {
public:
  /// H = Q diag(spectrum) Qᵀ, where Q is the product of the reflections I − 2 v vᵀ/‖v‖² for the given v.
  /// Each v has entries −1, 0, 1 with 1, 2, 4, 8 … of them not 0, so that Q is orthogonal in exact dyadics.
  /// Throws std::invalid_argument when a v is of another kind or size, and when H is not exact in double
  /// (choose eigenvalues with fewer significant bits).
  Quadratic(Vector<double> spectrum, const std::vector<Vector<double>>& reflections, Vector<double> centre);
  /// H = diag(spectrum).
  Quadratic(Vector<double> spectrum, Vector<double> centre) : Quadratic(std::move(spectrum), {}, std::move(centre)) {}

  template <class T>
  static constexpr bool over = true;
  template <class T>
  T value(const Vector<T>& x) const;
  template <class T>
  Vector<T> gradient(const Vector<T>& x) const;
  template <class T>
  Vector<T> hessian_product(const Vector<T>& x, const Vector<T>& v) const;
  template <class T>
  Minimum<T> minimum() const;

  /// The minimiser is the centre if no eigenvalue is negative.
  bool has_minimum() const { return spectrum_.minCoeff() >= 0; }
  Eigen::Index dimension() const { return centre_.size(); }
  std::string describe() const;
  /// The smallest and the largest eigenvalue, exactly.
  Curvature curvature() const { return {spectrum_.minCoeff(), spectrum_.maxCoeff()}; }
  const Matrix<double>& hessian() const { return hessian_; }

private:
  Vector<double> spectrum_;
  Matrix<double> hessian_;
  Vector<double> centre_;
};

}  // namespace verigrad
