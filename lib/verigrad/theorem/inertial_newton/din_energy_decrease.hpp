// DIN, dynamical inertial Newton: θ″ + αθ′ + β∇²𝒥(θ)θ′ + ∇𝒥(θ) = 0. Along it E = E_min + E_max = 2(1 + αβ)𝒥(θ) + ‖s‖²
// decreases: E′ = −2(α‖θ′‖² + β‖v‖²), which vanishes at its steady states only if α > 0. Thesis, Lemma 2.6.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/inertial_newton/din_instance.hpp"

namespace verigrad::din_energy_decrease {

const Statement& statement();

/// α > 0 and β > 0; the text has α ≥ 0.
bool hypotheses_hold(const DinInstance& instance);
bool parameters_as_printed(const DinInstance& instance);
/// (θ, ψ) ∉ S: ∇𝒥(θ) ≠ 0 or ψ ≠ (1 − αβ)θ. For rational 𝒥 only.
bool moves(const DinInstance& instance);

/// E′ = −2(α‖θ′‖² + β‖v‖²) ≤ 0, and the distance to S within the decrease:
/// ‖v‖² ≤ −E′/2β and ‖ψ − (1 − αβ)θ‖² ≤ ½(β²/α + β³)(−E′), for all states with α > 0, β > 0.
Form<Unknowns> general_conclusion();
/// E′ = −2(α‖θ′‖² + β‖v‖²) ≤ 0 for all states with α = 0.
Form<Unknowns> general_undamped();
/// For every α < 0, E′ = 2|α|‖θ′‖² where v = 0; for every β < 0 ≤ α, E′ = 2|β|‖v‖² where θ′ = 0. ψ makes θ′ what one
/// likes, so E increases at some state.
Forms<Unknowns> general_increase();
/// On quadratics, from values of the energy: E′ = −2(α‖θ′‖² + β‖v‖²), and E′ < 0 with the bound on ψ.
Form<DinInstance> rate();
Form<DinInstance> strictly_decreases();
/// The rate for any smooth 𝒥, where din_rate_is_decidable.
Form<DinInstance> smooth_rate();
/// The bound on ψ is an equality: where v = αθ′.
Form<DinInstance> distance_attained();
/// E′ ≤ 0.
Form<DinInstance> decreases();
/// E_min′ < 0, for E_min alone, with α = β = 1.
Form<DinInstance> minimum_strictly_decreases();

/// E(1) < E(0) on the motion from the state at constant velocity, which the form claims to be the solution, 0 ≤ t ≤ 1:
/// false as printed, with α = 0.
Form<DinInstance> falls_in_uniform_motion();

/// θ = 0 and ψ = (0, −1) on 𝒥(θ) = θ₁²/2 with β = 1.
DinInstance along_the_valley(double alpha);

/// The erratum, and wrong rates of E.
Lines<DinInstance> lines();
Lines<Unknowns> general_lines();

}  // namespace verigrad::din_energy_decrease
