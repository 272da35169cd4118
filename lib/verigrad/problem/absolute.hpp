// The weighted sum of magnitudes f(x) = Σ wᵢ|xᵢ − cᵢ|: convex, not differentiable, not smooth.
#pragma once

#include <limits>

#include "verigrad/problem/objective.hpp"

namespace verigrad {

/// f: ℝᵈ → [0, ∞[, minimal at c, over every number type.
class Absolute {
public:
  /// weights > 0. Throws std::invalid_argument otherwise, and when sizes differ.
  Absolute(Vector<double> weights, Vector<double> centre);

  template <class T>
  static constexpr bool over = true;
  template <class T>
  T value(const Vector<T>& x) const;
  /// The subgradient wᵢ sign(xᵢ − cᵢ) with sign(0) = 0; an enclosure that reaches the kink gets all that it can be.
  template <class T>
  Vector<T> gradient(const Vector<T>& x) const;
  template <class T>
  Minimum<T> minimum() const;

  Eigen::Index dimension() const { return centre_.size(); }
  std::string describe() const;
  /// upper = ∞: no L bounds the jump of the subgradient, and Curvature::smooth() is false.
  Curvature curvature() const { return {0, std::numeric_limits<double>::infinity()}; }

private:
  Vector<double> weights_;
  Vector<double> centre_;
};

}  // namespace verigrad
