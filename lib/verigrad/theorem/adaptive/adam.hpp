// ADAM as the thesis prints it, without bias correction: mₖ, vₖ, Γₖ = √vₖ + ε, θₖ₊₁ = θₖ − α diag(Γₖ)⁻¹mₖ. (1.32).
#pragma once

#include "verigrad/claim/form.hpp"
#include "verigrad/claim/statement.hpp"
#include "verigrad/theorem/momentum/optimiser_instance.hpp"

namespace verigrad::adam {

const Statement& statement();

/// α > 0, ε > 0, β₁, β₂ ∈ (0, 1).
bool hypotheses_hold(const OptimiserInstance& instance);

/// The four lines, for each step, m and v unrolled.
Form<OptimiserInstance> conclusion();
/// What follows, keys as in statement().steps.
Forms<OptimiserInstance> steps();
/// The false printed form, that (1.32) is the algorithm of Kingma and Ba, and what replaces it.
Forms<OptimiserInstance> errata();
Forms<OptimiserInstance> corrected();
Forms<OptimiserInstance> planted();

/// mₖ² = Cₖvₖ at the last step: for gⱼ ∝ (β₂/β₁)ʲ.
Form<OptimiserInstance> bound_attained();
/// Γ₀ > 0.
Form<OptimiserInstance> divisible();

}  // namespace verigrad::adam
