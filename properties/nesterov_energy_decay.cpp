// Stochastic gradient methods, Lemma 5.2.3: the energy of the Nesterov system, proved for all states and decided at
// states of random objectives; every hypothesis dropped; planted mistakes.
#include "verigrad/theorem/nesterov_energy_decay.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/check/prove.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/phases.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::properties {
namespace {

namespace theorem = nesterov_energy_decay;

constexpr const char* stem = "nesterov_energy_decay";

Vector<double> at(double x) { return Vector<double>::Constant(1, x); }

/// J(W) = W²/2 at W = 1, Z = 0 with ν = −1: E′ = 1.
PhaseInstance negative_nu() { return {.J = make_objective(Quadratic(at(1), at(0))), .w = at(1), .z = at(0), .nu = -1}; }

bool decidable(const PhaseInstance& instance) {
  return theorem::hypotheses_hold(instance) && rate_is_decidable(instance);
}

}  // namespace

std::vector<Check> nesterov_energy_decay() {
  std::vector<Check> checks{
      proved({stem, Kind::conclusion, "as printed, all states"}, theorem::general_conclusion()),
      sampled({stem, Kind::step, "rate from values of the energy, quadratic J"}, generate::quadratic_phase(),
              theorem::hypotheses_hold, theorem::conclusion()),
      sampled({stem, Kind::step, "rate from values of the energy, smooth J"}, generate::smooth_phase(), decidable,
              theorem::smooth_conclusion()),
      examined({stem, Kind::dropped, "decays without ν ≥ 0", Verdict::fails}, negative_nu(), theorem::decays()),
      proved({stem, Kind::dropped, "identity without ν ≥ 0"}, theorem::general_identity()),
      sampled({stem, Kind::dropped, "without a continuous Hessian"}, generate::phase(generate::non_convex_piecewise()),
              decidable, theorem::smooth_conclusion())};
  append(checks, proved_each(stem, Kind::planted, theorem::general_planted()));
  append(checks,
         sampled_each(stem, Kind::planted, generate::quadratic_phase(), theorem::hypotheses_hold, theorem::planted()));
  append(checks, sampled_each(stem, Kind::planted, generate::smooth_phase(), decidable, theorem::smooth_planted()));
  return checks;
}

std::vector<Check> nesterov_energy_decay_on(const ObjectivePtr& f) {
  return {sampled({stem, Kind::conclusion, "rate from values of the energy"}, generate::phase(rc::gen::just(f)),
                  decidable, theorem::smooth_conclusion())};
}

}  // namespace verigrad::properties
