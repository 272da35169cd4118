// Stochastic gradient methods, (5.21): the energy with normalised friction, proved for all states and decided at states
// of random objectives; every hypothesis dropped; planted mistakes.
#include "verigrad/theorem/flow/normalised_friction_energy_decay.hpp"

#include <cmath>

#include "verigrad/sampling/phases.hpp"

namespace verigrad::normalised_friction_energy_decay::properties {
namespace {

namespace theorem = normalised_friction_energy_decay;
using theorem::FrictionInstance;

constexpr const char* stem = "normalised_friction_energy_decay";

/// ε as drawn, or such that √(|Z|² + ε) is a multiple of 1/16 just above |Z|.
Gen<FrictionInstance> friction(const Gen<PhaseInstance>& phases, bool with_root) {
  return gen::map(phases, [with_root](const PhaseInstance& phase) {
    FrictionInstance result{phase};
    if (!with_root) return result;
    result.root = (std::floor(16 * phase.z.norm()) + 1 + 64 * phase.epsilon) / 16;
    result.epsilon = result.root * result.root - phase.z.squaredNorm();
    return result;
  });
}

Gen<FrictionInstance> with_root(const Gen<PhaseInstance>& phases) { return friction(phases, true); }

bool decidable(const FrictionInstance& instance) {
  return theorem::hypotheses_hold(instance) && rate_is_decidable(instance) &&
         (instance.rational() || !instance.z.isZero(0));
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = rate_checks(stem, theorem::general_conclusion(), theorem::conclusion(),
                                          theorem::smooth_conclusion(), decidable, with_root);
  append(checks,
         {sampled({stem, Kind::step, "rate from values of the energy, quadratic J, any ε"},
                  friction(generate::quadratic_phase(), false), decidable, theorem::conclusion()),
          examined({stem, Kind::dropped, "decays without ν ≥ 0", Verdict::fails}, theorem::at_minimum(3, -1, 5),
                   theorem::decays()),
          proved({stem, Kind::dropped, "identity without ν ≥ 0"}, theorem::general_identity()),
          examined({stem, Kind::dropped, "with ε = 0 at Z ≠ 0"}, theorem::at_minimum(3, 1, 3), theorem::conclusion()),
          examined({stem, Kind::dropped, "with ε = 0 at Z = 0 (by formula)", Verdict::fails},
                   theorem::at_minimum(0, 1, 0), theorem::defined())});
  append(checks, planted_checks(stem, theorem::general_lines()));
  append(checks, planted_checks(stem, with_root(generate::quadratic_phase()), decidable, theorem::lines()));
  append(checks, planted_checks(stem, with_root(generate::smooth_phase()), decidable, theorem::smooth_lines()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  return {sampled({stem, Kind::conclusion, "rate from values of the energy"}, with_root(generate::phase(gen::just(f))),
                  decidable, theorem::smooth_conclusion())};
}

}  // namespace verigrad::normalised_friction_energy_decay::properties
