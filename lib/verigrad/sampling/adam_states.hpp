// Generators of states of the ADAM system. Data are dyadic, as in sampling/generators.hpp.
#pragma once

#include "verigrad/sampling/phases.hpp"
#include "verigrad/theorem/adaptive/adam_energy_decay.hpp"

namespace verigrad::generate {

/// W and Z of the phase; √D > 0; ε₁ and ε₂ powers of 2, on both sides of ε₁ = 4ε₂.
Gen<adam_energy_decay::AdamInstance> adam_state(Gen<PhaseInstance> phases);
Gen<adam_energy_decay::AdamInstance> quadratic_adam_state();
Gen<adam_energy_decay::AdamInstance> smooth_adam_state();

}  // namespace verigrad::generate
