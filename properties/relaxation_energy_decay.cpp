// Stochastic gradient methods, Lemma 5.2.4: the energy with relaxation, proved for all states and decided at states of
// random objectives; every hypothesis dropped; planted mistakes.
#include "verigrad/theorem/relaxation_energy_decay.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/sampling/phases.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::properties {
namespace {

namespace theorem = relaxation_energy_decay;

constexpr const char* stem = "relaxation_energy_decay";

bool decidable(const PhaseInstance& instance) {
  return theorem::hypotheses_hold(instance) && rate_is_decidable(instance);
}

}  // namespace

std::vector<Check> relaxation_energy_decay() {
  std::vector<Check> checks{
      proved({stem, Kind::conclusion, "as printed, all states"}, theorem::general_conclusion()),
      sampled({stem, Kind::step, "rate from values of the energy, quadratic J"}, generate::quadratic_phase(),
              theorem::hypotheses_hold, theorem::conclusion()),
      sampled({stem, Kind::step, "rate from values of the energy, smooth J"}, generate::smooth_phase(), decidable,
              theorem::smooth_conclusion()),
      proved({stem, Kind::dropped, "without ε > 0"}, theorem::general_negative()),
      sampled({stem, Kind::dropped, "without a continuous Hessian"}, generate::phase(generate::non_convex_piecewise()),
              decidable, theorem::smooth_conclusion())};
  append(checks, proved_each(stem, Kind::planted, theorem::general_planted()));
  append(checks,
         sampled_each(stem, Kind::planted, generate::quadratic_phase(), theorem::hypotheses_hold, theorem::planted()));
  append(checks, sampled_each(stem, Kind::planted, generate::smooth_phase(), decidable, theorem::smooth_planted()));
  return checks;
}

std::vector<Check> relaxation_energy_decay_on(const ObjectivePtr& f) {
  return {sampled({stem, Kind::conclusion, "rate from values of the energy"}, generate::phase(rc::gen::just(f)),
                  decidable, theorem::smooth_conclusion())};
}

}  // namespace verigrad::properties
