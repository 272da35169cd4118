// The ADAM system with weights β₁ = 1 − Δt/ε₁, β₂ = 1 − Δt/ε₂. Stochastic gradient methods, (5.26): a rewriting of
// (5.25) whose second line lost a hat.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/momentum/optimiser_instance.hpp"

namespace verigrad::adam_system_weights {

const Statement& statement();

/// Δt > 0, D⁰ > 0, Δt < ε₁, Δt < ε₂: β₁ and β₂ in (0, 1).
bool hypotheses_hold(const OptimiserInstance& instance);

/// The lines of (5.25) with V = −Z, V̂ = D, α = Δt: the first and the third; the second, which is false; and wrong forms
/// of the three.
Lines<OptimiserInstance> lines();

/// The second line with its hat.
Form<OptimiserInstance> second_line_with_hat();
/// The three lines as printed, of LaggedAdamWithoutHat.
Form<OptimiserInstance> without_hat();
/// V̂ of (5.26) as printed is not negative.
Form<OptimiserInstance> printed_v_hat_has_a_root();

}  // namespace verigrad::adam_system_weights
