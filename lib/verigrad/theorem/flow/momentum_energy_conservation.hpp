// Energy conservation of the momentum system W′ = Z, Z′ = −∇J(W): d/dt (J(W) + ½|Z|²) = 0.
// Stochastic gradient methods, Lemma 5.2.1.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/claim/unknowns.hpp"
#include "verigrad/theorem/flow/momentum_energy.hpp"

namespace verigrad::momentum_energy_conservation {

const Statement& statement();

/// d/dt (J(W) + ½|Z|²) = 0 at a state, on quadratics, from values of the energy.
Form<PhaseInstance> conclusion();
/// The same for any smooth J, where rate_is_decidable.
Form<PhaseInstance> smooth_conclusion();
/// The same for all Z and ∇J(W), given the chain rule and the product rule (rate_by_chain_rule).
Form<Unknowns> general_conclusion();

/// The displayed lines of the proof, on quadratics; those that do not assume the chain rule, for all states; and wrong
/// forms of the conclusion, on quadratics, for all states, for smooth J.
Lines<PhaseInstance> lines();
Lines<Unknowns> general_lines();
Lines<PhaseInstance> smooth_lines();

}  // namespace verigrad::momentum_energy_conservation
