// A LASSO, a step size and two points: what statements about iterative soft thresholding speak of.
#pragma once

#include <optional>

#include "verigrad/problem/lasso.hpp"

namespace verigrad {

/// What a statement about iterative soft thresholding is asked on.
struct LassoInstance {
  Lasso lasso;
  double tau;
  Vector<double> x;      ///< x′ of the surrogate, and the start x₀
  Vector<double> other;  ///< another point
  int n = 0;             ///< iterations
  /// A minimiser, where the statement speaks of one.
  std::optional<Vector<double>> x_star = {};

  bool rational() const { return true; }
  std::string describe() const;

  /// Idₚ·bound − τAᵀA has no negative eigenvalue, decided exactly: τ‖A‖² ≤ bound.
  bool step_is_at_most(int bound) const;
  /// τ‖A‖² < 2, decided exactly.
  bool step_is_below_two() const;
};

}  // namespace verigrad
