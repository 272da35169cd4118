// Functions of one variable with a continuous, piecewise linear derivative: convex or not, with plateaus, ramps and
// kinks of f″. Small exact counterexamples are made of these.
#pragma once

#include <optional>

#include "verigrad/problem/objective.hpp"

namespace verigrad {

/// f: ℝ → ℝ with f′ continuous and piecewise linear.
class PiecewiseQuadratic {
public:
  /// f″ = slopes[0] left of knots[0], slopes[i] on (knots[i−1], knots[i]), slopes.back() right of the last knot;
  /// f(knots[0]) = 0 and f′(knots[0]) = first_derivative.
  struct Data {
    std::vector<double> knots;
    std::vector<double> slopes;
    double first_derivative;
  };
  /// Throws std::invalid_argument unless knots ascend, there is at least one, and one slope more than knots.
  explicit PiecewiseQuadratic(Data data);

  template <class T>
  static constexpr bool over = true;
  template <class T>
  T value(const Vector<T>& x) const;
  template <class T>
  Vector<T> gradient(const Vector<T>& x) const;
  /// At a knot, the slope on its left.
  template <class T>
  Vector<T> hessian_product(const Vector<T>& x, const Vector<T>& v) const;
  /// The leftmost global minimiser.
  template <class T>
  Minimum<T> minimum() const;

  bool has_minimum() const { return minimiser_.has_value(); }
  Eigen::Index dimension() const { return 1; }
  std::string describe() const;
  Curvature curvature() const;

private:
  /// The leftmost global minimiser, found among the zeros of f′; empty when f is unbounded below or its infimum is not
  /// attained.
  std::optional<Rational> find_minimiser() const;
  /// f and f′ at a number.
  template <class T>
  T value_at(const T& x) const;
  template <class T>
  T derivative_at(const T& x) const;

  Data data_;
  std::optional<Rational> minimiser_;
};

}  // namespace verigrad
