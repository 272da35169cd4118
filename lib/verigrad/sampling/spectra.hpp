// Generators of quadratics with rational eigenvalues and eigenvectors.
#pragma once

#include "verigrad/sampling/gen.hpp"
#include "verigrad/theorem/inertial_newton/spectral_instance.hpp"

namespace verigrad::generate {

/// Any λ of `lambda` and any basis, in 1 to highest_P dimensions; α ≥ 0, β > 0 and γ > 0 in eighths, up to 2.
Gen<SpectralInstance> spectral(int highest_P, Gen<double> lambda);
/// λ in eighths from −4 to 4.
Gen<SpectralInstance> spectral(int highest_P);

}  // namespace verigrad::generate
