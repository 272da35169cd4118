// Adagrad: Γₖ = √(Σ_{j≤k} ∇J(θⱼ) ⊙ ∇J(θⱼ)) + ε, θₖ₊₁ = θₖ − α diag(Γₖ)⁻¹∇J(θₖ). Thesis, (1.30).
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/momentum/optimiser_instance.hpp"

namespace verigrad::adagrad {

const Statement& statement();

/// α > 0, ε > 0.
bool hypotheses_hold(const OptimiserInstance& instance);

/// Both lines, for each step.
Form<OptimiserInstance> conclusion();
/// What follows, and wrong forms of Γₖ.
Lines<OptimiserInstance> lines();

/// ∇J(θₖ) ⊙ (θₖ₊₁ − θₖ) ≤ 0.
Form<OptimiserInstance> downhill();
/// The first step is α|g|/(|g| + ε): where "bounded step" is an equality.
Form<OptimiserInstance> first_step();
/// Γₖ > 0 in each entry.
Form<OptimiserInstance> divisible();
/// Γₖ < Γₖ₊₁: the step sizes decrease strictly.
Form<OptimiserInstance> strictly_decreasing();

}  // namespace verigrad::adagrad
