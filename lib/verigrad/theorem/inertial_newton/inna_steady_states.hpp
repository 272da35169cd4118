// INNA with all terms and its steady states S = {0 ∈ D𝒥(θ), ψ = (1 − αβ)θ}: what rests is in S, and what is in S can
// rest. Thesis, (2.16).
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/inertial_newton/din_instance.hpp"
#include "verigrad/theorem/inertial_newton/inna_instance.hpp"

namespace verigrad::inna_steady_states {

const Statement& statement();

/// For all states: (2.12) rests where v = 0 and ψ = (1 − αβ)θ; and v = (ψ′ − θ′)/β, ψ − (1 − αβ)θ = −βψ′, so that it
/// rests nowhere else, and θ determines ψ. α of any sign.
Form<Unknowns> general_conclusion();
/// The same with β < 0.
Form<Unknowns> general_negative_beta();

/// The instance moved to the minimiser of 𝒥 and ψ = (1 − αβ)θ.
bool has_rational_minimum(const DinInstance& instance);
/// INNA with the step size τ on all of 𝒥 does not move from (x*, (1 − αβ)x*), and E = 2(1 + αβ)𝒥 there.
Form<DinInstance> rests_at_minimum();
/// From a state, INNA's step gives its distance to S back: v and ψ − (1 − αβ)θ from the differences.
Form<InnaInstance> step_tells_distance();
/// The step on all terms leaves the state where it is.
Form<InnaInstance> rests();
/// D-critical but not Clarke-critical: the state rests, and 𝒥(1) − 𝒥(0) = 1 with linear 𝒥.
Form<InnaInstance> rests_off_clarke();

/// The motion from the state along v, which the form claims to be a solution for 0 ≤ t ≤ 1, does not leave it; and the
/// step on every batch leaves the state where it is.
Form<InnaInstance> remains_constant();
Form<InnaInstance> rests_on_batches();

/// The terms at (0, 0), with α = β = γ = 1.
InnaInstance at_zero(std::vector<ObjectivePtr> terms);

/// The errata: both forms are false as printed, and hold on terms whose selected subgradients are all 0.
Lines<InnaInstance> lines();
/// Wrong steady states.
Lines<Unknowns> general_lines();

}  // namespace verigrad::inna_steady_states
