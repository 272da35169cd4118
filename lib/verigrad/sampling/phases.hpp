// Generators of states of momentum systems, and the checks that statements on the rate of their energy share. Data are
// dyadic, as in sampling/generators.hpp.
#pragma once

#include <functional>

#include "verigrad/check/prove.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/theorem/flow/momentum_energy.hpp"
#include "verigrad/theorem/flow/small_steps.hpp"

namespace verigrad::generate {

/// W, Z, ν ≥ 0 (one in ten is 0) and ε > 0, a power of 2.
Gen<PhaseInstance> phase(Gen<ObjectivePtr> objectives);
/// Of quadratics, convex or not, and least squares.
Gen<PhaseInstance> quadratic_phase();
/// Of every family that is smooth everywhere, convex or not.
Gen<PhaseInstance> smooth_phase();

/// 1 to 64 steps of quadratics, with tL from 2⁻⁶ to 8.
Gen<SmallSteps> small_steps(Gen<ObjectivePtr> quadratics);
/// The same of λw²/2.
Gen<SmallSteps> small_steps_on_parabola();

}  // namespace verigrad::generate

namespace verigrad {

/// What a statement says of the rate of an energy: the conclusion proved; the rate from values of the energy on random
/// objectives, with and without a continuous Hessian. instances(phases) makes instances of states; where `decidable`,
/// the forms are decided.
template <class Instance, class Decidable, class Instances = std::identity>
std::vector<Check> rate_checks(const std::string& stem, const Form<Unknowns>& conclusion,
                               const Form<Instance>& on_quadratics, const Form<Instance>& if_smooth,
                               Decidable decidable, Instances instances = {}) {
  return {proved({stem, Kind::conclusion, "as printed, all states"}, conclusion),
          sampled({stem, Kind::step, "rate from values of the energy, quadratic J"},
                  instances(generate::quadratic_phase()), decidable, on_quadratics),
          sampled({stem, Kind::step, "rate from values of the energy, smooth J"}, instances(generate::smooth_phase()),
                  decidable, if_smooth),
          sampled({stem, Kind::dropped, "without a continuous Hessian"},
                  instances(generate::phase(generate::non_convex_piecewise())), decidable, if_smooth)};
}

}  // namespace verigrad
