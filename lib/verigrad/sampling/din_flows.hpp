// Generators of exact solutions of DIN for quadratics.
#pragma once

#include "verigrad/sampling/spectra.hpp"
#include "verigrad/theorem/inertial_newton/din_flow.hpp"

namespace verigrad::generate {

/// Starts in quarters from −4 to 4, and a time in quarters from 1/4 to 2.
Gen<DinFlowInstance> din_flow(Gen<SpectralInstance> spectra);

}  // namespace verigrad::generate
