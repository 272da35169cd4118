// An objective, its minimiser, a direction and another point: what statements about one minimum speak of.
#pragma once

#include <optional>
#include <string>

#include "verigrad/problem/objective.hpp"

namespace verigrad {

/// What a statement about one minimum is asked on.
struct MinimumInstance {
  ObjectivePtr f;
  Vector<double> v;  ///< a direction
  Vector<double> x;  ///< a point to compare with the minimiser
  double tau = 0.5;
  /// A point to take for x* in place of the objective's minimiser.
  std::optional<Vector<double>> reference = {};

  bool rational() const { return f->rational(); }
  std::string describe() const;

  /// x* and f(x*), or the reference point and its value.
  Minimum<Number> minimum() const {
    if (!reference) return f->over<Number>().minimum();
    return {exact(*reference), f->over<Number>().value(exact(*reference))};
  }
};

}  // namespace verigrad
