// A function of one variable with one kink, and the Clarke subgradient that is chosen there: f(x) = right·x for x ≥ 0
// and left·x for x ≤ 0. Terms that sum to something smooth are made of these.
#pragma once

#include <limits>

#include "verigrad/problem/objective.hpp"

namespace verigrad {

/// f: ℝ → ℝ; convex if left ≤ right, else concave.
class Kink {
public:
  /// at_zero is an element of ∂f(0), the interval between left and right. Throws std::invalid_argument otherwise.
  Kink(double left, double right, double at_zero);

  template <class T>
  static constexpr bool over = true;
  template <class T>
  T value(const Vector<T>& x) const;
  /// The Clarke subgradient; an enclosure that reaches the kink gets all of ∂f(0).
  template <class T>
  Vector<T> gradient(const Vector<T>& x) const;

  Eigen::Index dimension() const { return 1; }
  std::string describe() const;
  Curvature curvature() const;

private:
  double left_, right_, at_zero_;
};

}  // namespace verigrad
