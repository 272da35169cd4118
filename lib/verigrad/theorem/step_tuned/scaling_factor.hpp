// What tuned step sizes leave to the scaling factor: on hθ²/2 a step multiplies 𝒥 by (1 − αₖ)², whatever h is.
// Thesis, Remark 4.1.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/claim/unknowns.hpp"
#include "verigrad/theorem/step_tuned/tuned_instance.hpp"

namespace verigrad::scaling_factor {

const Statement& statement();

/// is_tuned_run on one term hθ²/2 with 1/h in [m̃, M̃], β = 0 and θ₀ ≠ 0.
bool hypotheses_hold(const TunedInstance& instance);

/// 𝒥(θ_{k+½}) = (1 − αₖ)²𝒥(θₖ) and 𝒥(θₖ₊₁) = (1 − αₖ)⁴𝒥(θₖ) for k ≥ 1, by the shipped method.
Form<TunedInstance> conclusion();
/// The same for all h, θ and αₖ.
Form<Unknowns> general_conclusion();
/// 𝒥(θₖ₊₁) ≤ 𝒥(θₖ) for k ≥ 1.
Form<TunedInstance> falls();
Form<TunedInstance> stays();

/// The lines and wrong forms, of runs.
Lines<TunedInstance> lines();
/// (1 − αₖ)² < 1 where 0 < αₖ < 2, > 1 where αₖ > 2.
Lines<Unknowns> general_lines();

/// h, from 1, with this rate at each of three batches.
TunedInstance on_parabola(double h, double rate);

}  // namespace verigrad::scaling_factor
