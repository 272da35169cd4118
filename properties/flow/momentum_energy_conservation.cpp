// Stochastic gradient methods, Lemma 5.2.1: the energy of the momentum system, proved for all states and decided at
// states of random objectives; the regularity that is needed; planted mistakes.
#include "verigrad/theorem/flow/momentum_energy_conservation.hpp"

#include "verigrad/sampling/phases.hpp"

namespace verigrad::momentum_energy_conservation::properties {
namespace {

namespace theorem = momentum_energy_conservation;

constexpr const char* stem = "momentum_energy_conservation";

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = rate_checks(stem, theorem::general_conclusion(), theorem::conclusion(),
                                          theorem::smooth_conclusion(), rate_is_decidable);
  append(checks, planted_checks(stem, theorem::general_lines()));
  append(checks, planted_checks(stem, generate::quadratic_phase(), rate_is_decidable, theorem::lines()));
  append(checks, planted_checks(stem, generate::smooth_phase(), rate_is_decidable, theorem::smooth_lines()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  return {sampled({stem, Kind::conclusion, "rate from values of the energy"}, generate::phase(gen::just(f)),
                  rate_is_decidable, theorem::smooth_conclusion())};
}

}  // namespace verigrad::momentum_energy_conservation::properties
