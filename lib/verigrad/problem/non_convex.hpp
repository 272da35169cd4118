// Non-convex smooth functions in exact arithmetic: Geman and McClure's robust loss, and a double well.
#pragma once

#include "verigrad/problem/piecewise_quadratic.hpp"

namespace verigrad {

/// f(x) = Σ wᵢ t²/(1 + t²), t = xᵢ − cᵢ: bounded, convex for |t| ≤ 1/√3 only, one minimiser and no other critical
/// point.
class GemanMcClure {
public:
  /// weights > 0. Throws std::invalid_argument otherwise, and when sizes differ.
  GemanMcClure(Vector<double> weights, Vector<double> centre);

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

  Eigen::Index dimension() const { return centre_.size(); }
  std::string describe() const;
  /// f″ = 2w(1 − 3t²)/(1 + t²)³ lies between −w/2, at t = ±1, and 2w, at t = 0.
  Curvature curvature() const { return {-weights_.maxCoeff() / 2, 2 * weights_.maxCoeff()}; }

private:
  Vector<double> weights_;
  Vector<double> centre_;
};

/// f″ = −s within a of the centre and s beyond, s > 0, a > 0: minima at centre ± 2a, a local maximum between them.
/// Throws std::invalid_argument for other arguments.
PiecewiseQuadratic double_well(double s, double a, double centre);

}  // namespace verigrad
