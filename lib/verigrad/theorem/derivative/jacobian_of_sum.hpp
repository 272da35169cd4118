// The Jacobian of a sum is the sum of the Jacobians. MathDNN, Proposition 1.2.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/derivative/graph_instance.hpp"

namespace verigrad::jacobian_of_sum {

const Statement& statement();

/// f, g: ℝⁿ → ℝᵐ as graphs, a point a and a step h.
struct Instance {
  Graph f, g;
  Vector<double> a, h;

  bool rational() const { return f.rational() && g.rational(); }
  std::string describe() const;
};
/// Values of f, g and of their Jacobians in one variable at one point, and the interval F.
struct InOneVariable {
  double f, g, f_slope, g_slope, F_lower, F_upper;

  bool rational() const { return true; }
  std::string describe() const;
};

/// J of g + f, by tape on the summed graph, is J of g + J of f, each by dual numbers.
Form<Instance> conclusion();
/// For polynomials, against derivatives known exactly from values.
Form<Instance> of_polynomials();
/// The displayed lines of the proof, and mistakes to reject.
Lines<Instance> lines();
/// Where g + f and its Jacobian do not lie.
Lines<InOneVariable> range_lines();
/// Where they lie: what holds in place of the errata, which speak of one variable.
Form<Instance> sum_in_reals();
Form<Instance> jacobian_is_matrix();

}  // namespace verigrad::jacobian_of_sum
