// The rates of E_min and E_max along the system DIN: E_λ′ = −α‖θ′‖² − β‖v‖² + (λ − αβ − 1)⟨θ′, v⟩ with
// v = (ψ′ − θ′)/β ∈ D𝒥(θ). Thesis, Lemma 2.5; there θ′ − ψ′ and ψ′ − θ′ are exchanged.
#pragma once

#include "verigrad/claim/form.hpp"
#include "verigrad/claim/statement.hpp"
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

/// The displayed lines of the proof that are true, keys as in statement().steps: on quadratics, and for all states.
Forms<DinInstance> steps();
Forms<Unknowns> general_steps();
/// The false printed forms and those that replace them, keys as in statement().errata: on quadratics.
Forms<DinInstance> errata();
Forms<DinInstance> corrected();
Forms<Unknowns> general_corrected();
/// Wrong rates of E_min and E_max that every check of them must reject.
Forms<DinInstance> planted();
Forms<Unknowns> general_planted();

}  // namespace verigrad::din_energy_rates
