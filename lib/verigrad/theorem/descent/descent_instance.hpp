// An objective, a start, a step size and a number of steps: what statements about gradient descent speak of.
#pragma once

#include <optional>
#include <string>

#include "verigrad/algorithm/trajectory.hpp"

namespace verigrad {

/// What a statement about gradient descent is asked on.
struct DescentInstance {
  ObjectivePtr f;
  Vector<double> x0;
  double alpha;
  int n;
  /// A recorded run x₀ … x_n to judge in place of gradient descent's own; empty to run gradient descent.
  Trajectory<double> recording = {};
  /// A smoothness constant to claim in place of the objective's own.
  std::optional<double> claimed_L = {};
  /// A point to take for x* in place of the objective's minimiser.
  std::optional<Vector<double>> reference = {};

  double L() const { return claimed_L.value_or(f->curvature().smoothness()); }
  bool rational() const { return f->rational(); }
  std::string describe() const;
  /// 0 < α < 2/L, decided exactly.
  bool step_is_admissible() const;

  /// x* and f(x*), or the reference point and its value.
  Minimum<Number> minimum() const {
    if (!reference) return f->over<Number>().minimum();
    return {exact(*reference), f->over<Number>().value(exact(*reference))};
  }
  /// x₀ … x_n, enclosed in Interval and Ball.
  Trajectory<Number> iterates() const {
    return recording.empty() ? trajectory<Number>(GradientDescent{alpha}, *f, x0, n) : recorded<Number>(recording);
  }
};

}  // namespace verigrad
