// Generators of states of momentum systems. Data are dyadic, as in sampling/generators.hpp.
#pragma once

#include "verigrad/sampling/generators.hpp"
#include "verigrad/theorem/momentum_energy.hpp"
#include "verigrad/theorem/small_steps.hpp"

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
