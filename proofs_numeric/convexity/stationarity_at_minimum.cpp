// MathDNN, Proposition 6.4: each displayed step of the proof, and its errata.
#include "verigrad/theorem/convexity/stationarity_at_minimum.hpp"

#include "verigrad/check/shown_besides.hpp"
#include "verigrad/sampling/pairs.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::stationarity_at_minimum::proofs_numeric {
namespace {

namespace theorem = stationarity_at_minimum;

constexpr const char* stem = "stationarity_at_minimum";

bool hypotheses_hold_decidably(const MinimumInstance& instance) {
  return theorem::hypotheses_hold(instance) && theorem::decidable(instance);
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = proof_checks(stem, generate::at_minimum(generate::any_with_minimum()),
                                           hypotheses_hold_decidably, theorem::lines());
  // For f(x) = x² the remainder over τ is τ itself at every τ tried: no o(τ), whatever η.
  checks.push_back(shown_besides(stem, theorem::o_of_tau_divided(), theorem::however_small_tau()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (!theorem::applies_to(*f)) return {};
  return step_checks(stem, generate::at_minimum(gen::just(f)), hypotheses_hold_decidably, theorem::lines());
}

}  // namespace verigrad::stationarity_at_minimum::proofs_numeric
