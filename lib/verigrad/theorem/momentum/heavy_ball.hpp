// Heavy ball: mₖ = μmₖ₋₁ − γₖ∇J(θₖ), θₖ₊₁ = θₖ + mₖ. Thesis, (1.28).
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/momentum/optimiser_instance.hpp"

namespace verigrad::heavy_ball {

const Statement& statement();

/// γ > 0, μ ∈ (0, 1).
bool hypotheses_hold(const OptimiserInstance& instance);

/// Both lines, for each step. They speak of one step at a time, so that any schedule γₖ is met too.
Form<OptimiserInstance> conclusion();

/// What follows, and wrong forms of it; "energy" and "energy decays" need an objective with γL ≤ 2(1 − μ).
Lines<OptimiserInstance> lines();
/// θₖ₊₂ = θₖ₊₁ + μ(θₖ₊₁ − θₖ) − γ∇J(θₖ₊₁), for two steps at least.
Form<OptimiserInstance> two_steps();
/// Eₖ₊₁ ≤ Eₖ, whether or not γL ≤ 2(1 − μ).
Form<OptimiserInstance> energy_decays();

/// Where "energy" is an equality: J = λθ²/2, m₀ = −γλθ₀/(1 − μ).
Form<OptimiserInstance> energy_attained();
OptimiserInstance energy_witness();

}  // namespace verigrad::heavy_ball
