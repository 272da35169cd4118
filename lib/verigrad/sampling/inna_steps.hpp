// Step sizes of INNA near the bound (3.20) of the thesis, and eigenvalues near ±L.
#pragma once

#include "verigrad/sampling/gen.hpp"
#include "verigrad/theorem/inertial_newton/inna_convergence_to_minimisers.hpp"
#include "verigrad/theorem/inertial_newton/inna_step.hpp"
#include "verigrad/theorem/inertial_newton/saddle_escape_counts.hpp"

namespace verigrad::generate {

/// α, β, L > 0, −L ≤ λ ≤ L, and γ up to highest/32 of the bound, or of β where the bound is not defined.
Gen<InnaStep> inna_step(int highest);
/// αβ < 1, λ = L between the ends of the interval of Lemma 3.6, and any γ up to 8β.
Gen<InnaStep> between_double_roots();
/// 0 < λ < L, both where M_p and the root in the bound are real; γ is below the bound.
Gen<InnaStep> step_at_minimiser();
/// The same parameters as inna_step with a spectrum in 1 to highest_P dimensions: max |λ_p| is L, γ is below the bound,
/// which is defined.
Gen<SpectralInstance> admissible_spectrum(int highest_P);

/// α and β in eighths with α + β ≥ 2, γ from a quarter of the bound for L = 1, θ₀ and ψ₀ in eighths up to 8.
Gen<inna_convergence_to_minimisers::WellStart> well_start();

/// αβ from lowest to highest sixteenths, γ from 3/8 of the bound for L = 16, θ₀ up to 2⁻³⁸ on either side.
Gen<saddle_escape_counts::EscapeStart> escape_start(int lowest, int highest);

}  // namespace verigrad::generate
