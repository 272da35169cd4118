// Thesis, Lemma 2.6: the energy decreases strictly off the steady states, proved for all states with α > 0 and decided
// at states of random objectives; false for α = 0; each sign of α and β dropped; planted mistakes.
#include "verigrad/theorem/inertial_newton/din_energy_decrease.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/sampling/din_states.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::din_energy_decrease::properties {
namespace {

namespace theorem = din_energy_decrease;

constexpr const char* stem = "din_energy_decrease";

/// θ²/2 at θ = 1 with α = 1, β = −1, ψ = 1: s = 2θ − ψ = 1, θ′ = v − s = 0.
DinInstance negative_beta() {
  DinInstance instance = din_on_parabola(1);
  instance.beta = -1;
  return instance;
}

DinInstance at_rest() {
  DinInstance instance = din_on_parabola(0);
  instance.theta = instance.psi;
  return instance;
}

bool decidable(const DinInstance& instance) {
  return theorem::parameters_as_printed(instance) && din_rate_is_decidable(instance);
}

}  // namespace

std::vector<Check> checks() {
  const auto quadratics = generate::quadratic_din_state();
  std::vector<Check> checks{
      proved({stem, Kind::corrected, "α = 0 corrected, E′ and the distance to S"}, theorem::general_conclusion()),
      sampled({stem, Kind::step, "E′ from values of the energy, quadratic 𝒥"}, quadratics,
              theorem::parameters_as_printed, theorem::rate()),
      sampled({stem, Kind::step, "E′ from values of the energy, smooth 𝒥"}, generate::smooth_din_state(), decidable,
              theorem::smooth_rate()),
      examined({stem, Kind::sharp, "distance to S"}, din_on_parabola(-2), theorem::distance_attained()),
      proved({stem, Kind::dropped, "E′ ≤ 0 without α > 0"}, theorem::general_undamped()),
      examined({stem, Kind::dropped, "E′ ≤ 0 without α ≥ 0", Verdict::fails}, theorem::along_the_valley(-0.125),
               theorem::decreases()),
      examined({stem, Kind::dropped, "E′ ≤ 0 without β > 0", Verdict::fails}, negative_beta(), theorem::decreases()),
      examined({stem, Kind::dropped, "E_min in place of E", Verdict::fails}, din_on_parabola(0),
               theorem::minimum_strictly_decreases()),
      examined({stem, Kind::dropped, "start in S", Verdict::fails}, at_rest(), theorem::strictly_decreases())};
  append(checks, proved_each(stem, Kind::dropped, theorem::general_increase()));
  append(checks, planted_checks(stem, theorem::general_lines()));
  append(checks, planted_checks(stem, quadratics, theorem::parameters_as_printed, theorem::lines()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  return {sampled({stem, Kind::conclusion, "E′ from values of the energy"}, generate::din_state(gen::just(f)),
                  decidable, theorem::smooth_rate())};
}

}  // namespace verigrad::din_energy_decrease::properties
