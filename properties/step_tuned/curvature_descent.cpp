// Thesis, Algorithm 2: the shipped method on drawn runs; exact curvature on quadratics; the minimiser of a parabola;
// where values rise; hypotheses dropped; planted mistakes.
#include "verigrad/theorem/step_tuned/curvature_descent.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/polynomial.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/step_tuned.hpp"

namespace verigrad::curvature_descent::properties {
namespace {

constexpr const char* stem = "curvature_descent";

DescentRunInstance with_all_of_the_step(ObjectivePtr J, const Vector<double>& theta0, int n) {
  return {std::move(J), theta0, 1, 2, n};
}

}  // namespace

std::vector<Check> checks() {
  const Gen<DescentRunInstance> runs = generate::curvature_descent(4);
  const ObjectivePtr parabola = make_objective(Quadratic(at(4), at(3)));
  const ObjectivePtr hill = make_objective(Quadratic(at(-1), at(0)));
  const ObjectivePtr cube = make_objective(Polynomial(vector({0, 0, 0, 0.125})));
  const ObjectivePtr bowl = make_objective(Quadratic(vector({1, 16}), vector({0, 0})));
  std::vector<Check> checks{sampled({stem, Kind::conclusion, "as printed"}, runs, hypotheses_hold, conclusion()),
                            sampled({stem, Kind::conclusion, "curvature of the point before"},
                                    generate::curvature_descent_on_bowl(4), convex_quadratic, previous_curvature()),
                            examined({stem, Kind::sharp, "minimiser of a parabola in two steps"},
                                     with_all_of_the_step(parabola, at(1), 2), two_steps()),
                            examined({stem, Kind::sharp, "values may rise", Verdict::fails},
                                     with_all_of_the_step(bowl, vector({1, 1}), 4), monotone()),
                            examined({stem, Kind::dropped, "curvature before, without a quadratic", Verdict::fails},
                                     with_all_of_the_step(cube, at(1), 2), previous_curvature()),
                            examined({stem, Kind::dropped, "curvature before, where it is negative", Verdict::fails},
                                     with_all_of_the_step(hill, at(1), 2), previous_curvature())};
  append(checks, planted_checks(stem, runs, hypotheses_hold, lines()));
  return checks;
}

}  // namespace verigrad::curvature_descent::properties
