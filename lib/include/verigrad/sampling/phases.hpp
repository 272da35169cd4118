// Generators of states of momentum systems. Data are dyadic, as in sampling/generators.hpp.
#pragma once

#include "verigrad/sampling/generators.hpp"
#include "verigrad/theorem/momentum_energy.hpp"

namespace verigrad::generate {

/// W, Z, ν ≥ 0 (one in ten is 0) and ε > 0, a power of 2.
rc::Gen<PhaseInstance> phase(rc::Gen<ObjectivePtr> objectives);
/// Of quadratics, convex or not, and least squares.
rc::Gen<PhaseInstance> quadratic_phase();
/// Of every family that is smooth everywhere, convex or not.
rc::Gen<PhaseInstance> smooth_phase();

}  // namespace verigrad::generate
