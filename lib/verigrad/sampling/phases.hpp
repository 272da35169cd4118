// Generators of states of momentum systems, and the checks that statements on the rate of their energy share. Data are
// dyadic, as in sampling/generators.hpp.
#pragma once

#include "verigrad/check/prove.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/sample.hpp"
#include "verigrad/theorem/flow/momentum_energy.hpp"
#include "verigrad/theorem/flow/small_steps.hpp"

namespace verigrad::generate {

/// W, Z, ν ≥ 0 (one in ten is 0) and ε > 0, a power of 2.
rc::Gen<PhaseInstance> phase(rc::Gen<ObjectivePtr> objectives);
/// Of quadratics, convex or not, and least squares.
rc::Gen<PhaseInstance> quadratic_phase();
/// Of every family that is smooth everywhere, convex or not.
rc::Gen<PhaseInstance> smooth_phase();

/// 1 to 64 steps of quadratics, with tL from 2⁻⁶ to 8.
rc::Gen<SmallSteps> small_steps(rc::Gen<ObjectivePtr> quadratics);
/// The same of λw²/2.
rc::Gen<SmallSteps> small_steps_on_parabola();

}  // namespace verigrad::generate

namespace verigrad {

/// What a statement says the rate of an energy is, and what it does not: for all states, on quadratics, for smooth J.
template <class Instance>
struct RateForms {
  Form<Unknowns> conclusion;
  Form<Instance> on_quadratics, if_smooth;
  Forms<Unknowns> planted;
  Forms<Instance> planted_on_quadratics, planted_if_smooth;
};

/// The conclusion proved; the rate from values of the energy on random objectives, with and without a continuous
/// Hessian; planted mistakes, which `separating` refutes. instances(phases) makes instances of states; where
/// `decidable`, the forms are decided.
template <class Instance, class Instances, class Decidable>
std::vector<Check> rate_checks(const std::string& stem, const RateForms<Instance>& forms, Instances instances,
                               Decidable decidable, const Instance& separating) {
  const rc::Gen<Instance> quadratics = instances(generate::quadratic_phase());
  const rc::Gen<Instance> smooth = instances(generate::smooth_phase());
  std::vector<Check> checks{
      proved({stem, Kind::conclusion, "as printed, all states"}, forms.conclusion),
      sampled({stem, Kind::step, "rate from values of the energy, quadratic J"}, quadratics, decidable,
              forms.on_quadratics),
      sampled({stem, Kind::step, "rate from values of the energy, smooth J"}, smooth, decidable, forms.if_smooth),
      sampled({stem, Kind::dropped, "without a continuous Hessian"},
              instances(generate::phase(generate::non_convex_piecewise())), decidable, forms.if_smooth)};
  append(checks, proved_each(stem, Kind::planted, forms.planted));
  append(checks, sampled_each(stem, Kind::planted, quadratics, decidable, forms.planted_on_quadratics, {separating}));
  append(checks, sampled_each(stem, Kind::planted, smooth, decidable, forms.planted_if_smooth, {separating}));
  return checks;
}

/// J = W²/8 at W = Z = 1/16 with ν = 1/8.
PhaseInstance phase_on_parabola();

template <class Decidable>
std::vector<Check> rate_checks(const std::string& stem, const RateForms<PhaseInstance>& forms, Decidable decidable) {
  return rate_checks(
      stem, forms, [](const rc::Gen<PhaseInstance>& phases) { return phases; }, decidable, phase_on_parabola());
}

}  // namespace verigrad
