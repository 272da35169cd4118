// Discrete ADAM system: (W⁺ − W)/Δt = D^(−1/2) Z, (Z⁺ − Z)/Δt = −(∇J + Z)/ε₁, (D⁺ − D)/Δt = (diag(∇J ⊗ ∇J) − D)/ε₂.
// Stochastic gradient methods, (5.25).
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/momentum/optimiser_instance.hpp"

namespace verigrad::adam_system_discrete {

const Statement& statement();

/// Δt > 0, D⁰ > 0, Δt < ε₁, Δt < ε₂: β₁ and β₂ in (0, 1).
bool hypotheses_hold(const OptimiserInstance& instance);

/// The three lines, for each step.
Form<OptimiserInstance> conclusion();
/// What follows, and wrong forms of the three lines.
Lines<OptimiserInstance> lines();

/// Dⁿ = (1 − Δt/ε₂)ⁿ D⁰: with no gradient.
Form<OptimiserInstance> decay_attained();
/// Dⁿ > 0 for n ≥ 1, of D alone.
Form<OptimiserInstance> d_stays_positive();
/// Wⁿ = W⁰ − nΔt sign(g): along a constant gradient g, from Z = −g, D = g².
Form<OptimiserInstance> stationary();

}  // namespace verigrad::adam_system_discrete
