// Stochastic gradient methods, Lemma 5.2.1: the energy of the momentum system, proved for all states and decided at
// states of random objectives; the regularity that is needed; planted mistakes.
#include "verigrad/theorem/momentum_energy_conservation.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/sampling/phases.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::properties {
namespace {

namespace theorem = momentum_energy_conservation;

constexpr const char* stem = "momentum_energy_conservation";

constexpr auto any_state = [](const PhaseInstance&) { return true; };

}  // namespace

std::vector<Check> momentum_energy_conservation() {
  std::vector<Check> checks{
      proved({stem, Kind::conclusion, "as printed, all states"}, theorem::general_conclusion()),
      sampled({stem, Kind::step, "rate from values of the energy, quadratic J"}, generate::quadratic_phase(), any_state,
              theorem::conclusion()),
      sampled({stem, Kind::step, "rate from values of the energy, smooth J"}, generate::smooth_phase(),
              rate_is_decidable, theorem::smooth_conclusion()),
      sampled({stem, Kind::dropped, "without a continuous Hessian"}, generate::phase(generate::non_convex_piecewise()),
              rate_is_decidable, theorem::smooth_conclusion())};
  append(checks, proved_each(stem, Kind::planted, theorem::general_planted()));
  append(checks, sampled_each(stem, Kind::planted, generate::quadratic_phase(), any_state, theorem::planted()));
  append(checks,
         sampled_each(stem, Kind::planted, generate::smooth_phase(), rate_is_decidable, theorem::smooth_planted()));
  return checks;
}

std::vector<Check> momentum_energy_conservation_on(const ObjectivePtr& f) {
  return {sampled({stem, Kind::conclusion, "rate from values of the energy"}, generate::phase(rc::gen::just(f)),
                  rate_is_decidable, theorem::smooth_conclusion())};
}

}  // namespace verigrad::properties
