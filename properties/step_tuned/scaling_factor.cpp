// Thesis, Remark 4.1: what a step multiplies the value of a parabola by, proved and by the shipped method; the boundary
// αₖ = 2; hypotheses dropped; planted mistakes.
#include "verigrad/theorem/step_tuned/scaling_factor.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/step_tuned.hpp"

namespace verigrad::scaling_factor::properties {
namespace {

constexpr const char* stem = "scaling_factor";

TunedInstance averaging() {
  TunedInstance result = on_parabola(2, 0.25);
  result.beta = 0.5;
  return result;
}

}  // namespace

std::vector<Check> checks() {
  const Gen<TunedInstance> runs = generate::run_on_parabola();
  std::vector<Check> checks{
      proved({stem, Kind::conclusion, "factor of a step, all values"}, general_conclusion()),
      sampled({stem, Kind::conclusion, "factor of a step"}, runs, hypotheses_hold, conclusion()),
      examined({stem, Kind::sharp, "αₖ = 2 keeps the value"}, on_parabola(2, 2), stays()),
      examined({stem, Kind::sharp, "αₖ = 17/8 does not fall", Verdict::fails}, on_parabola(2, 2.125), falls()),
      examined({stem, Kind::dropped, "without β = 0", Verdict::fails}, averaging(), conclusion()),
      examined({stem, Kind::dropped, "without 1/h ≤ M̃", Verdict::fails}, on_parabola(0.0625, 0.25), conclusion())};
  append(checks, planted_checks(stem, runs, hypotheses_hold, lines()));
  return checks;
}

}  // namespace verigrad::scaling_factor::properties
