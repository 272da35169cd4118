// Stochastic gradient methods, Lemma 5.2.4: the energy with relaxation, proved for all states and decided at states of
// random objectives; every hypothesis dropped; planted mistakes.
#include "verigrad/theorem/flow/relaxation_energy_decay.hpp"

#include "verigrad/sampling/phases.hpp"

namespace verigrad::relaxation_energy_decay::properties {
namespace {

namespace theorem = relaxation_energy_decay;

constexpr const char* stem = "relaxation_energy_decay";

bool decidable(const PhaseInstance& instance) {
  return theorem::hypotheses_hold(instance) && rate_is_decidable(instance);
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks =
      rate_checks(stem, theorem::general_conclusion(), theorem::conclusion(), theorem::smooth_conclusion(), decidable);
  checks.push_back(proved({stem, Kind::dropped, "without ε > 0"}, theorem::general_negative()));
  append(checks, planted_checks(stem, theorem::general_lines()));
  append(checks, planted_checks(stem, generate::quadratic_phase(), decidable, theorem::lines()));
  append(checks, planted_checks(stem, generate::smooth_phase(), decidable, theorem::smooth_lines()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  return {sampled({stem, Kind::conclusion, "rate from values of the energy"}, generate::phase(gen::just(f)), decidable,
                  theorem::smooth_conclusion())};
}

}  // namespace verigrad::relaxation_energy_decay::properties
