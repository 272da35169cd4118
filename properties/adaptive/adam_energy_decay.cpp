// Stochastic gradient methods, Lemma 5.2.6: the energy of the ADAM system, proved for all states under ε₁ ≤ 4ε₂, and to
// increase at some state for all other ε₁, ε₂ > 0; decided at states of random objectives; every hypothesis dropped;
// planted mistakes.
#include "verigrad/theorem/adaptive/adam_energy_decay.hpp"

#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/adam_states.hpp"

namespace verigrad::adam_energy_decay::properties {
namespace {

namespace theorem = adam_energy_decay;
using theorem::AdamInstance;

constexpr const char* stem = "adam_energy_decay";

/// J(W) = W²/2 at W = g with Z = 1.
AdamInstance on_parabola(double g, double root, double eps1, double eps2) {
  return {.J = make_objective(Quadratic(at(1), at(0))),
          .w = at(g),
          .z = at(1),
          .root = at(root),
          .eps1 = eps1,
          .eps2 = eps2};
}

Check without(const std::string& name, const AdamInstance& state) {
  return examined({stem, Kind::dropped, name, Verdict::fails}, state, theorem::decays());
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      proved({stem, Kind::conclusion, "as printed, all states"}, theorem::general_conclusion()),
      sampled({stem, Kind::step, "rate from values of the energy, quadratic J"}, generate::quadratic_adam_state(),
              theorem::state_is_defined, theorem::quadratic_rate()),
      sampled({stem, Kind::step, "rate from values of the energy, smooth J"}, generate::smooth_adam_state(),
              theorem::rate_is_decidable, theorem::smooth_rate()),
      proved({stem, Kind::sharp, "increases at a state for all ε₁ > 4ε₂"}, theorem::general_increase()),
      proved({stem, Kind::sharp, "the exact condition at a state"}, theorem::exact_condition()),
      examined({stem, Kind::sharp, "E′ = 0 with Z ≠ 0 at ε₁ = 4ε₂"}, on_parabola(0, 1, 4, 1), theorem::stationary()),
      without("without ε₁ ≤ 4ε₂: ε₁ = 4ε₂ + 1/1024", on_parabola(0, 1, 4 + 1.0 / 1024, 1)),
      without("without ε₁ > 0", on_parabola(3, 1, -1, 1)),
      without("without ε₂ > 0", on_parabola(3, 1, 1, -1)),
      without("with the other root of D", on_parabola(0, -1, 4, 2)),
      proved({stem, Kind::dropped, "without ε₁ ≤ 4ε₂ where D ≤ diag(∇J ⊗ ∇J)"}, theorem::large_gradient())};
  append(checks, planted_checks(stem, theorem::general_lines()));
  append(checks, planted_checks(stem, generate::quadratic_adam_state(), theorem::state_is_defined, theorem::lines()));
  append(checks,
         planted_checks(stem, generate::smooth_adam_state(), theorem::rate_is_decidable, theorem::smooth_lines()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  return {sampled({stem, Kind::conclusion, "rate from values of the energy"},
                  generate::adam_state(generate::phase(gen::just(f))), theorem::rate_is_decidable,
                  theorem::smooth_rate())};
}

}  // namespace verigrad::adam_energy_decay::properties
