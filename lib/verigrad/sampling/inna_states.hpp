// Generators of states of INNA. Data are dyadic, as in sampling/generators.hpp.
#pragma once

#include "verigrad/sampling/generators.hpp"
#include "verigrad/theorem/inertial_newton/inna_instance.hpp"

namespace verigrad::generate {

/// 1 to 3 terms that are quadratics, or kinks at 0, at θ = 0 as often as elsewhere; ψ, α ≥ 0 (one in ten is 0), β > 0
/// and γ in (0, 2].
Gen<InnaInstance> inna_state();

}  // namespace verigrad::generate
