// Thesis, Theorem 4.2: the bound on all sequences of mini-batches; the algebra of one batch, proved;
// the constant 3; hypotheses dropped; planted mistakes.
#include "verigrad/theorem/step_tuned/step_tuned_sgd_rate.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/polynomial.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/step_tuned.hpp"

namespace verigrad::step_tuned_sgd_rate::properties {
namespace {

constexpr const char* stem = "step_tuned_sgd_rate";

/// x⁴/4 from 1 with the constants of [−1, 1], which the first step leaves.
RateInstance leaves_the_set() {
  RateInstance result = parabola(1, {4});
  result.f = FiniteSum({make_objective(Polynomial(vector({0, 0, 0, 0, 0.25})))});
  result.claimed_L = 3;
  result.claimed_C22 = 1;
  return result;
}

RateInstance in_words_of_the_text(RateInstance instance) {
  instance.alpha = instance.rates.front();
  instance.rates.clear();
  return instance;
}

}  // namespace

std::vector<Check> checks() {
  const Gen<RateInstance> runs = generate::rate_run(true);
  std::vector<Check> checks{
      proved({stem, Kind::conclusion, "one batch, all values"}, general_conclusion()),
      sampled({stem, Kind::conclusion, "as printed"}, generate::rate_run(false), hypotheses_hold, conclusion()),
      sampled({stem, Kind::conclusion, "any rates"}, runs, hypotheses_hold, conclusion_for_rates()),
      examined({stem, Kind::conclusion, "six batches"},
               in_words_of_the_text(two_parabolas(2, {0.5, 0.5, 0.5, 0.5, 0.5, 0.5})), conclusion()),
      examined({stem, Kind::sharp, "11/4 for 3", Verdict::fails}, parabola(1, {0.0625}), smaller_constant()),
      examined({stem, Kind::sharp, "gradient falls with the decay"}, two_parabolas(1, {1, 0.5, 0.25}),
               gradient_falls()),
      examined({stem, Kind::dropped, "without decay", Verdict::fails}, two_parabolas(1, {1, 1, 1, 1}),
               gradient_falls()),
      examined({stem, Kind::dropped, "without boundedness", Verdict::fails}, leaves_the_set(), expected_decrease())};
  append(checks, planted_checks(stem, runs, hypotheses_hold, lines()));
  return checks;
}

}  // namespace verigrad::step_tuned_sgd_rate::properties
