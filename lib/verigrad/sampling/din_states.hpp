// Generators of states of the system DIN. Data are dyadic, as in sampling/generators.hpp.
#pragma once

#include "verigrad/sampling/generators.hpp"
#include "verigrad/theorem/inertial_newton/din_instance.hpp"

namespace verigrad::generate {

/// θ, ψ, and squares α ≥ 0 (one in ten is 0) and β > 0 of dyadics; λ is a
/// quarter of [(1 − √(αβ))², (1 + √(αβ))²], its ends more often. One state in eight has ψ = (1 − αβ)θ.
Gen<DinInstance> din_state(Gen<ObjectivePtr> objectives);
/// Of quadratics, convex or not, and least squares.
Gen<DinInstance> quadratic_din_state();
/// Of every family that is smooth everywhere, convex or not.
Gen<DinInstance> smooth_din_state();

}  // namespace verigrad::generate
