// ADAM as the thesis prints it, without bias correction: mₖ, vₖ, Γₖ = √vₖ + ε, θₖ₊₁ = θₖ − α diag(Γₖ)⁻¹mₖ. (1.32).
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/momentum/optimiser_instance.hpp"

namespace verigrad::adam {

const Statement& statement();

/// α > 0, ε > 0, β₁, β₂ ∈ (0, 1).
bool hypotheses_hold(const OptimiserInstance& instance);

/// The four lines, for each step, m and v unrolled.
Form<OptimiserInstance> conclusion();
/// What follows; the erratum that (1.32) is the algorithm of Kingma and Ba; and wrong forms of the step.
Lines<OptimiserInstance> lines();

/// The step of Kingma and Ba's algorithm, from the moments of (1.32): what replaces the erratum.
Form<OptimiserInstance> as_published_from_moments();
/// Algorithm 1 of Kingma and Ba, moments and steps, over two steps or more, where 1 − β₁ᵏ and 1 − β₁ part.
Form<OptimiserInstance> published();
/// mₖ² = Cₖvₖ at the last step: for gⱼ ∝ (β₂/β₁)ʲ.
Form<OptimiserInstance> bound_attained();
/// Γ₀ > 0.
Form<OptimiserInstance> divisible();

}  // namespace verigrad::adam
