// The ADAM system with weights β₁ = 1 − Δt/ε₁, β₂ = 1 − Δt/ε₂. Stochastic gradient methods, (5.26): a rewriting of
// (5.25) whose second line lost a hat.
#pragma once

#include "verigrad/claim/form.hpp"
#include "verigrad/claim/statement.hpp"
#include "verigrad/theorem/momentum/optimiser_instance.hpp"

namespace verigrad::adam_system_weights {

const Statement& statement();

/// Δt > 0, D⁰ > 0, Δt < ε₁, Δt < ε₂: β₁ and β₂ in (0, 1).
bool hypotheses_hold(const OptimiserInstance& instance);

/// The lines that hold of (5.25) with V = −Z, V̂ = D, α = Δt; keys as in statement().steps.
Forms<OptimiserInstance> steps();
/// The false line, and what replaces it; keys as in statement().errata.
Forms<OptimiserInstance> errata();
Forms<OptimiserInstance> corrected();
/// Wrong forms of the three lines.
Forms<OptimiserInstance> planted();

/// V̂ of (5.26) as printed is not negative.
Form<OptimiserInstance> printed_v_hat_has_a_root();

}  // namespace verigrad::adam_system_weights
