// Thesis, (4.2) to (4.5): the minimiser of the model, proved, and on quadratics; the remainder on other functions and
// where it is attained; hypotheses dropped; planted mistakes.
#include "verigrad/theorem/step_tuned/curvature_step_size.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/step_tuned.hpp"

namespace verigrad::curvature_step_size::properties {
namespace {

constexpr const char* stem = "curvature_step_size";

/// x³/8, whose second derivative has the Lipschitz constant 3/4.
CurvatureInstance cube(double x, double gamma) { return polynomial(vector({0, 0, 0, 0.125}), 0.75, x, gamma); }

CurvatureInstance saddle() {
  return {make_objective(Quadratic(vector({1, -2}), vector({0, 0}))), 0, vector({1, 1}), 1};
}

}  // namespace

std::vector<Check> checks() {
  const Gen<CurvatureInstance> quadratics = generate::curvature_on_quadratic(), others = generate::curvature();
  std::vector<Check> checks{
      proved({stem, Kind::conclusion, "minimiser of the model"}, general_conclusion()),
      sampled({stem, Kind::conclusion, "as printed"}, quadratics, moves_in_convex_direction, conclusion()),
      examined({stem, Kind::sharp, "remainder attained"}, cube(2, 1), remainder_attained()),
      examined({stem, Kind::sharp, "1/7 for 1/6", Verdict::fails}, cube(2, 1), smaller_remainder()),
      examined({stem, Kind::dropped, "without positive curvature", Verdict::fails}, saddle(), least_of_model()),
      examined({stem, Kind::dropped, "without a quadratic", Verdict::fails}, cube(2, 1), conclusion())};
  append(checks, planted_checks(stem, others, moves_in_convex_direction, lines()));
  return checks;
}

}  // namespace verigrad::curvature_step_size::properties
