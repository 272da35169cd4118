// An objective J with α ≤ ∇²J ≤ β, two points and an extremal point W*: what statements under (5.4) and (5.5) speak of.
// Stochastic gradient methods, section 5.1.
#pragma once

#include <optional>
#include <string>

#include "verigrad/problem/objective.hpp"

namespace verigrad {

/// What a statement about such a J is asked on.
struct HessianBoundsInstance {
  ObjectivePtr J;
  Vector<double> w1, w2;
  /// Bounds α and β to claim in place of the objective's own.
  std::optional<Curvature> claimed = {};
  /// A point to take for W* in place of the objective's minimiser.
  std::optional<Vector<double>> reference = {};

  double alpha() const { return claimed.value_or(J->curvature()).lower; }
  double beta() const { return claimed.value_or(J->curvature()).upper; }
  bool rational() const { return J->rational(); }
  /// Whether claims on W₁ − W₂ can be decided: where J is not rational, 0 = 0 is not.
  bool decidable() const { return rational() || w1 != w2; }
  std::string describe() const;

  /// W* and J(W*), or the reference point and its value.
  Minimum<Number> minimum() const {
    if (!reference) return J->over<Number>().minimum();
    return {exact(*reference), J->over<Number>().value(exact(*reference))};
  }
};

/// (5.4) for the claimed bounds: 0 < α ≤ ∇²J ≤ β < ∞, by what is proven about J's curvature.
bool hessian_is_bounded(const HessianBoundsInstance& instance);
/// (5.4), and W* is J's minimiser (5.5).
bool extremal_and_bounded(const HessianBoundsInstance& instance);

}  // namespace verigrad
