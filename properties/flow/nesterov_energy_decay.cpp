// Stochastic gradient methods, Lemma 5.2.3: the energy of the Nesterov system, proved for all states and decided at
// states of random objectives; every hypothesis dropped; planted mistakes.
#include "verigrad/theorem/flow/nesterov_energy_decay.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/phases.hpp"

namespace verigrad::nesterov_energy_decay::properties {
namespace {

namespace theorem = nesterov_energy_decay;

constexpr const char* stem = "nesterov_energy_decay";

/// J(W) = W²/2 at W = 1, Z = 0 with ν = −1: E′ = 1.
PhaseInstance negative_nu() { return {.J = make_objective(Quadratic(at(1), at(0))), .w = at(1), .z = at(0), .nu = -1}; }

bool decidable(const PhaseInstance& instance) {
  return theorem::hypotheses_hold(instance) && rate_is_decidable(instance);
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks =
      rate_checks(stem, theorem::general_conclusion(), theorem::conclusion(), theorem::smooth_conclusion(), decidable);
  append(checks,
         {examined({stem, Kind::dropped, "decays without ν ≥ 0", Verdict::fails}, negative_nu(), theorem::decays()),
          proved({stem, Kind::dropped, "identity without ν ≥ 0"}, theorem::general_identity())});
  append(checks, planted_checks(stem, theorem::general_lines()));
  append(checks, planted_checks(stem, generate::quadratic_phase(), decidable, theorem::lines()));
  append(checks, planted_checks(stem, generate::smooth_phase(), decidable, theorem::smooth_lines()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  return {sampled({stem, Kind::conclusion, "rate from values of the energy"}, generate::phase(gen::just(f)), decidable,
                  theorem::smooth_conclusion())};
}

}  // namespace verigrad::nesterov_energy_decay::properties
