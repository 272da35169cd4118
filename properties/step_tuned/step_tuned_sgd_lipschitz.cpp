// Thesis, Corollary 4.3: the bound with the constants on ℝᴾ; hypotheses dropped; planted mistakes.
#include "verigrad/theorem/step_tuned/step_tuned_sgd_lipschitz.hpp"

#include "verigrad/problem/huber.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/polynomial.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/step_tuned.hpp"

namespace verigrad::step_tuned_sgd_lipschitz::properties {
namespace {

constexpr const char* stem = "step_tuned_sgd_lipschitz";

/// One step of size 1/2 on one term, with these constants claimed.
RateInstance one_step(const ObjectivePtr& term, double theta0, double L, double C22) {
  RateInstance result = step_tuned_sgd_rate::parabola(theta0, {0.5});
  result.f = FiniteSum({term});
  result.claimed_L = L;
  result.claimed_C22 = C22;
  return result;
}

/// h has slopes up to 1, and reaches them within 1/8.
ObjectivePtr sharp_bend() { return make_objective(Huber(at(8), 0.125, at(0))); }

}  // namespace

std::vector<Check> checks() {
  const Gen<RateInstance> runs = generate::lipschitz_rate_run();
  const ObjectivePtr parabola = make_objective(Polynomial(vector({0, 0, 0.5})));
  const ObjectivePtr line = make_objective(Polynomial(vector({0, -1})));
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, runs, hypotheses_hold, conclusion()),
      examined({stem, Kind::dropped, "without Lipschitz 𝒥ₙ: θ²/2, C₂ = 1", Verdict::fails}, one_step(parabola, 4, 1, 1),
               conclusion()),
      examined({stem, Kind::dropped, "without Lipschitz ∇𝒥ₙ: a bend of 8, L = 1/8", Verdict::fails},
               one_step(sharp_bend(), 0.125, 0.125, 1), conclusion()),
      examined({stem, Kind::dropped, "without a lower bound: −θ, 0 for inf 𝒥", Verdict::fails}, one_step(line, 0, 0, 1),
               conclusion())};
  append(checks, planted_checks(stem, runs, hypotheses_hold, lines()));
  return checks;
}

}  // namespace verigrad::step_tuned_sgd_lipschitz::properties
