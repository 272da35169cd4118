// DIN, dynamical inertial Newton: θ″ + αθ′ + β∇²𝒥(θ)θ′ + ∇𝒥(θ) = 0. The rates of E_min and E_max along it: E_λ′ =
// −α‖θ′‖² − β‖v‖² + (λ − αβ − 1)⟨θ′, v⟩ with v = (ψ′ − θ′)/β ∈ D𝒥(θ). Thesis, Lemma 2.5; there θ′ − ψ′ and ψ′ − θ′ are
// exchanged.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/inertial_newton/din_instance.hpp"

namespace verigrad::din_energy_rates {

const Statement& statement();

/// α ≥ 0 and β > 0, both squares of doubles, so that rationals can hold √α and √β.
bool hypotheses_hold(const DinInstance& instance);

/// The corrected rates of E_min and E_max for all states, and that no energy with λ between the two increases.
Form<Unknowns> general_conclusion();
/// E_λ′ in θ′ and v, for all real α, λ and all β > 0; and for β < 0.
Forms<Unknowns> general_rates();
/// The corrected rate of E_max for any smooth 𝒥, where din_rate_is_decidable; of E_min, where also αβ ≠ 1.
Forms<DinInstance> smooth_rates();
/// E_λ′ ≤ 0 at a state: for every state exactly where |λ − αβ − 1| ≤ 2√(αβ).
Form<DinInstance> decays();
/// E_λ′ = 0.
Form<DinInstance> is_constant();

/// The displayed lines of the proof, true and false, and wrong rates of E_min and E_max: on quadratics, and for all
/// states.
Lines<DinInstance> lines();
Lines<Unknowns> general_lines();
/// What replaces the false lines, for all states.
Forms<Unknowns> general_corrected();

}  // namespace verigrad::din_energy_rates
