// Energy decay of the Nesterov system W′ = Z, Z′ = −∇J(W + νZ): d/dt (J(W + νZ) + ½|Z|²) = −ν|∇J(W + νZ)|² ≤ 0.
// Stochastic gradient methods, Lemma 5.2.3.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/claim/unknowns.hpp"
#include "verigrad/theorem/flow/momentum_energy.hpp"

namespace verigrad::nesterov_energy_decay {

const Statement& statement();

/// ν ≥ 0.
bool hypotheses_hold(const PhaseInstance& instance);

/// d/dt (J(W + νZ) + ½|Z|²) = −ν|∇J(W + νZ)|² at a state, on quadratics, from values of the energy.
Form<PhaseInstance> conclusion();
/// The same for any smooth J, where rate_is_decidable.
Form<PhaseInstance> smooth_conclusion();
/// The same, and −ν|∇J(W + νZ)|² ≤ 0, for all ν ≥ 0, Z and ∇J(W + νZ), given the chain rule and the product rule
/// (rate_by_chain_rule).
Form<Unknowns> general_conclusion();
/// The identity alone, for ν of any sign.
Form<Unknowns> general_identity();
/// d/dt (J(W + νZ) + ½|Z|²) ≤ 0 on quadratics.
Form<PhaseInstance> decays();

/// The displayed lines of the proof, on quadratics; those that do not assume the chain rule, for all states; and wrong
/// forms of the conclusion, on quadratics, for all states, for smooth J.
Lines<PhaseInstance> lines();
Lines<Unknowns> general_lines();
Lines<PhaseInstance> smooth_lines();

}  // namespace verigrad::nesterov_energy_decay
