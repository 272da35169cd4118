// Heavy ball: mₖ = μmₖ₋₁ − γₖ∇J(θₖ), θₖ₊₁ = θₖ + mₖ. Thesis, (1.28).
#pragma once

#include "verigrad/claim/form.hpp"
#include "verigrad/claim/statement.hpp"
#include "verigrad/theorem/momentum/optimiser_instance.hpp"

namespace verigrad::heavy_ball {

const Statement& statement();

/// γ > 0, μ ∈ (0, 1).
bool hypotheses_hold(const OptimiserInstance& instance);

/// Both lines, for each step. They speak of one step at a time, so that any schedule γₖ is met too.
Form<OptimiserInstance> conclusion();

/// What follows, keys as in statement().steps; "energy" and "energy decays" need an objective with γL ≤ 2(1 − μ).
Forms<OptimiserInstance> steps();

/// Wrong forms that every check must reject.
Forms<OptimiserInstance> planted();

/// Where "energy" is an equality: J = λθ²/2, m₀ = −γλθ₀/(1 − μ).
Form<OptimiserInstance> energy_attained();
OptimiserInstance energy_witness();

}  // namespace verigrad::heavy_ball
