// What statements about a discrete method and its flow speak of: k steps of τ on a quadratic J, and the exact flow at
// t = kτ. Stochastic gradient methods, (5.2) beside (5.3), and (5.17) beside (5.16).
#pragma once

#include <string>

#include "verigrad/claim/form.hpp"
#include "verigrad/flow/affine_flow.hpp"
#include "verigrad/problem/objective.hpp"

namespace verigrad {

/// A quadratic, a state (w0, z0), a time t and how often it is halved.
struct SmallSteps {
  ObjectivePtr J;  ///< a quadratic
  Vector<double> w0, z0;
  double t;
  int halvings;  ///< k = 2^halvings

  int k() const { return 1 << halvings; }
  /// t/k.
  double tau() const;
  bool rational() const { return false; }
  std::string describe() const;
};

/// τ, t > 0 and W⁰ is not stationary.
bool moves(const SmallSteps& instance);
/// As above, J is convex and has a minimiser.
bool moves_on_convex(const SmallSteps& instance);
/// As above and τL ≤ 2.
bool short_steps_on_convex(const SmallSteps& instance);
/// J = λw²/2 in one variable, λ > 0 and τλ ≤ 1; for the momentum system also k ≥ 2.
bool one_eigenvalue(const SmallSteps& instance);

/// J = λw²/2 from W⁰ and Z⁰.
SmallSteps steps_on_parabola(double lambda, double w0, double z0, double t, int halvings);

/// The instance over balls, with ∇J(W) = A W + ∇J(0).
struct SmallStepsRun {
  explicit SmallStepsRun(const SmallSteps& instance);

  const ObjectiveOver<Number>& J;
  Vector<Number> w0, z0;
  Number t, tau, L;
  int k;
  Matrix<Number> a;
  Vector<Number> slope;  ///< ∇J(0)
};

}  // namespace verigrad
