// At a critical point whose Hessian has positive eigenvalues only, both eigenvalues of every block M_p have negative
// real parts, and DIN, linearised, converges from everywhere, at a rate that one can evaluate. Thesis, Remark 3.7.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/inertial_newton/din_flow.hpp"

namespace verigrad::minimiser_stability {

const Statement& statement();

/// α ≥ 0, β > 0, each λ > 0.
bool hypotheses_hold(const SpectralInstance& instance);
bool flow_hypotheses_hold(const DinFlowInstance& instance);

/// For all λ > 0 and α, β with α + βλ > 0, as α ≥ 0, β > 0 give: σ₊ < 0 where Δ ≥ 0, and Re σ± < 0 where Δ < 0.
Forms<Unknowns> negative_real_parts();
/// V = λ⟨e, θ⟩² + ½⟨e, θ′⟩² + ½⟨e, θ′ + (α + βλ)θ⟩² has V′ = −b(⟨e, θ′⟩² + λ⟨e, θ⟩²) ≤ −κV, b = α + βλ, κ = 2bλ/(3λ +
/// 2b²), at all states.
Form<Unknowns> falls();

/// 0 < −2 Re σ for every eigenvalue σ.
Form<SpectralInstance> stable();
/// Σₚ Vₚ(t) ≤ e^{−κt} Σₚ Vₚ(0), κ the least of the κₚ.
Form<DinFlowInstance> converges();

/// The lines and wrong forms, for all values and along flows.
Lines<Unknowns> general_lines();
Lines<DinFlowInstance> flow_lines();

}  // namespace verigrad::minimiser_stability
