// Nesterov: mₖ = μₖ₋₁mₖ₋₁ − γₖ∇J(θₖ + μₖ₋₁mₖ₋₁), θₖ₊₁ = θₖ + mₖ. Thesis, (1.29).
#pragma once

#include "verigrad/claim/form.hpp"
#include "verigrad/claim/statement.hpp"
#include "verigrad/theorem/momentum/optimiser_instance.hpp"

namespace verigrad::nesterov {

const Statement& statement();

/// γ > 0, μ ∈ (0, 1).
bool hypotheses_hold(const OptimiserInstance& instance);

/// Both lines, for each step.
Form<OptimiserInstance> conclusion();

/// What follows, keys as in statement().steps. "rate" runs μₖ = k/(k + 3), for convex J with γL ≤ 1 and m₋₁ = 0.
Forms<OptimiserInstance> steps();
/// The schedule of Nesterov (1983), key as in statement().steps; of μ₁ alone.
Form<OptimiserInstance> original_schedule();
Forms<OptimiserInstance> planted();

/// The rate as if γL ≤ 1 were not needed.
Form<OptimiserInstance> rate_anyway();

}  // namespace verigrad::nesterov
