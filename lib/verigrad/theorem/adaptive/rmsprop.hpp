// RMSprop: vₖ = βvₖ₋₁ + (1 − β)∇J(θₖ) ⊙ ∇J(θₖ), Γₖ = √vₖ + ε, θₖ₊₁ = θₖ − α diag(Γₖ)⁻¹∇J(θₖ). Thesis, (1.31).
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/momentum/optimiser_instance.hpp"

namespace verigrad::rmsprop {

const Statement& statement();

/// α > 0, ε > 0, β ∈ (0, 1), which is beta2.
bool hypotheses_hold(const OptimiserInstance& instance);

/// The three lines, for each step, v unrolled.
Form<OptimiserInstance> conclusion();
/// What follows, and wrong forms of Γₖ.
Lines<OptimiserInstance> lines();

/// ∇J(θₖ) ⊙ (θₖ₊₁ − θₖ) ≤ 0.
Form<OptimiserInstance> downhill();
/// (1 − β)(θ₁ − θ₀)² = α²: what the first step tends to for small ε, and is for ε = 0.
Form<OptimiserInstance> bound_attained();
/// Γₖ > 0 in each entry.
Form<OptimiserInstance> divisible();

}  // namespace verigrad::rmsprop
