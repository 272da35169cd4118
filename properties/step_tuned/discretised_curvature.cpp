// Thesis, (4.6) to (4.17): exact on quadratics, and proved; the remainder elsewhere and where it is attained; the signs
// that may differ; hypotheses dropped; planted mistakes.
#include "verigrad/theorem/step_tuned/discretised_curvature.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/step_tuned.hpp"

namespace verigrad::discretised_curvature::properties {
namespace {

constexpr const char* stem = "discretised_curvature";

/// x³/8, whose second derivative has the Lipschitz constant 3/4.
CurvatureInstance cube(double x, double gamma) { return polynomial(vector({0, 0, 0, 0.125}), 0.75, x, gamma); }

}  // namespace

std::vector<Check> checks() {
  const Gen<CurvatureInstance> quadratics = generate::curvature_on_quadratic(), others = generate::curvature();
  std::vector<Check> checks{
      proved({stem, Kind::conclusion, "same ratio, all values"}, general_conclusion()),
      sampled({stem, Kind::conclusion, "as printed, on quadratics"}, quadratics, moves_in_convex_direction,
              conclusion()),
      sampled({stem, Kind::conclusion, "as printed, with the remainder"}, others, moves, remainder()),
      examined({stem, Kind::sharp, "remainder attained"}, cube(2, 1), remainder_attained()),
      examined({stem, Kind::sharp, "1/3 for 1/2", Verdict::fails}, cube(2, 1), smaller_remainder()),
      examined({stem, Kind::dropped, "without a quadratic", Verdict::fails}, cube(2, 1), conclusion()),
      examined({stem, Kind::dropped, "signs differ after a long step", Verdict::fails}, cube(2, 4), same_sign())};
  append(checks, planted_checks(stem, quadratics, moves_in_convex_direction, lines()));
  return checks;
}

}  // namespace verigrad::discretised_curvature::properties
