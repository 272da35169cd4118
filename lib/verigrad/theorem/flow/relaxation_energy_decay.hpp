// Energy decay of the momentum system with relaxation, W′ = Z, Z′ = −(∇J(W) + Z)/ε: d/dt (J(W) + ε/2 |Z|²) = −|Z|² ≤ 0.
// Stochastic gradient methods, Lemma 5.2.4.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/claim/unknowns.hpp"
#include "verigrad/theorem/flow/momentum_energy.hpp"

namespace verigrad::relaxation_energy_decay {

const Statement& statement();

/// ε > 0.
bool hypotheses_hold(const PhaseInstance& instance);

/// d/dt (J(W) + ε/2 |Z|²) = −|Z|² at a state, on quadratics, from values of the energy.
Form<PhaseInstance> conclusion();
/// The same for any smooth J, where rate_is_decidable.
Form<PhaseInstance> smooth_conclusion();
/// The same, and −|Z|² ≤ 0, for all ε > 0, Z and ∇J(W), given the chain rule and the product rule (rate_by_chain_rule).
Form<Unknowns> general_conclusion();
/// The same for ε < 0, where Z′ is defined, too.
Form<Unknowns> general_negative();

/// The proof's line, and wrong forms of the conclusion: on quadratics, for all states, for smooth J.
Lines<PhaseInstance> lines();
Lines<Unknowns> general_lines();
Lines<PhaseInstance> smooth_lines();

}  // namespace verigrad::relaxation_energy_decay
