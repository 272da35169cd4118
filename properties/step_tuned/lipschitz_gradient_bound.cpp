// Thesis, Lemma 4.7: the bound L on Huber's functions and the text's robust loss; attained; hypotheses dropped; planted
// mistakes.
#include "verigrad/theorem/step_tuned/lipschitz_gradient_bound.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/step_tuned.hpp"

namespace verigrad::lipschitz_gradient_bound::properties {
namespace {

constexpr const char* stem = "lipschitz_gradient_bound";

LipschitzInstance parabola(const Vector<double>& x, double L2) {
  return {make_objective(Quadratic(Vector<double>(x.cwiseSign()), 0 * x)), L2, x, 1};
}

}  // namespace

std::vector<Check> checks() {
  const Gen<LipschitzInstance> functions = generate::lipschitz_function();
  std::vector<Check> checks{
      proved({stem, Kind::conclusion, "no gradient above L"}, general_conclusion()),
      sampled({stem, Kind::conclusion, "as printed"}, functions, hypotheses_hold, conclusion()),
      examined({stem, Kind::sharp, "attained on a slope"}, huber(2, 2, 4), attained()),
      examined({stem, Kind::dropped, "without Lipschitz: x²/2 at 4, L = 2", Verdict::fails}, parabola(at(4), 4),
               conclusion()),
      examined({stem, Kind::dropped, "Lipschitz along one line alone: y²/2 on y = 1", Verdict::fails},
               parabola(vector({0, 1}), 0), conclusion())};
  append(checks, planted_checks(stem, functions, hypotheses_hold, lines()));
  return checks;
}

}  // namespace verigrad::lipschitz_gradient_bound::properties
