// Thesis, Algorithm 3: the shipped method on drawn runs; the decay; the curvature of a parabola found; hypotheses
// dropped; planted mistakes.
#include "verigrad/theorem/step_tuned/step_tuned_sgd.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/polynomial.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/step_tuned.hpp"

namespace verigrad::step_tuned_sgd::properties {
namespace {

constexpr const char* stem = "step_tuned_sgd";

/// Three batches of one term, from 1.
TunedInstance on(const ObjectivePtr& term, double beta = 0) {
  return {FiniteSum({term}), at(1), {0.25, 0.125, 0.0625}, {{0}, {0}, {0}}, 2, beta};
}

}  // namespace

std::vector<Check> checks() {
  const Gen<TunedInstance> runs = generate::tuned_run(3);
  const ObjectivePtr parabola = make_objective(Quadratic(at(1), at(0)));
  const ObjectivePtr cube = make_objective(Polynomial(vector({0, 0, 0, 0.125})));
  const ObjectivePtr hill = make_objective(Quadratic(at(-1), at(0)));
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, runs, is_tuned_run, conclusion()),
      examined({stem, Kind::conclusion, "decay"}, on(parabola), decay()),
      examined({stem, Kind::sharp, "curvature of a parabola found"}, on(parabola), curvature_found()),
      examined({stem, Kind::dropped, "curvature found, with β = 1/2", Verdict::fails}, on(parabola, 0.5),
               curvature_found()),
      examined({stem, Kind::dropped, "without a parabola: x³/8", Verdict::fails}, on(cube), curvature_found()),
      examined({stem, Kind::dropped, "without positive curvature", Verdict::fails}, on(hill), curvature_found())};
  append(checks, planted_checks(stem, runs, is_tuned_run, lines()));
  return checks;
}

}  // namespace verigrad::step_tuned_sgd::properties
