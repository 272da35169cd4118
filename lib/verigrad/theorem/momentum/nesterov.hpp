// Nesterov: mₖ = μₖ₋₁mₖ₋₁ − γₖ∇J(θₖ + μₖ₋₁mₖ₋₁), θₖ₊₁ = θₖ + mₖ. Thesis, (1.29).
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/momentum/optimiser_instance.hpp"

namespace verigrad::nesterov {

const Statement& statement();

/// γ > 0, μ ∈ (0, 1).
bool hypotheses_hold(const OptimiserInstance& instance);

/// Both lines, for each step.
Form<OptimiserInstance> conclusion();

/// What follows, and wrong forms of it. "rate" runs μₖ = k/(k + 3), for convex J with γL ≤ 1 and m₋₁ = 0.
Lines<OptimiserInstance> lines();
/// The schedule of Nesterov (1983); of μ₁ alone, on any instance.
Lines<OptimiserInstance> schedule_lines();
/// θₖ₊₁ = yₖ − γ∇J(yₖ), yₖ = θₖ + μ(θₖ − θₖ₋₁), for two steps at least.
Form<OptimiserInstance> extrapolation();

/// The rate as if γL ≤ 1 were not needed.
Form<OptimiserInstance> rate_anyway();

}  // namespace verigrad::nesterov
