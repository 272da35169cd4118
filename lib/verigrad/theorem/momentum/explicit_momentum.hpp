// Explicit discretisation of the momentum system: Wⁿ⁺¹ = Wⁿ + Δt Zⁿ, Zⁿ⁺¹ = Zⁿ − Δt ∇J(Wⁿ).
// Stochastic gradient methods, (5.17).
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/flow/small_steps.hpp"
#include "verigrad/theorem/momentum/optimiser_instance.hpp"

namespace verigrad::explicit_momentum {

const Statement& statement();

/// Δt > 0.
bool hypotheses_hold(const OptimiserInstance& instance);

/// Both lines, for each step.
Form<OptimiserInstance> conclusion();

/// What follows, and wrong forms of it; the energies need an objective: convex below, L-smooth above.
Lines<OptimiserInstance> lines();
Lines<OptimiserInstance> upper_bound_lines();
/// Eⁿ⁺¹ ≥ Eⁿ + ½Δt²|∇J(Wⁿ)|², convex J or not.
Form<OptimiserInstance> energy_grows();

/// Eⁿ⁺¹ = (1 + λΔt²)Eⁿ on J = λ‖W‖²/2, for a quadratic with one eigenvalue.
Form<OptimiserInstance> energy_attained();
/// The upper bound of the energy with 1/Δt for L.
Form<OptimiserInstance> energy_bounded_with_inverse_step();
/// E of (5.16) kept: what the discretisation does not do.
Form<OptimiserInstance> energy_kept();

/// (5.17) beside (5.16) at t = kΔt, J a convex quadratic with Hessian A, dW and dZ their differences:
/// ⟨A dW, dW⟩ + |dZ|² ≤ (½tLΔt)² (1 + LΔt²)^{k−1} · 2(J(W⁰) − J* + ½|Z⁰|²). In the energy's norm an eigenvalue λ of A
/// makes |(1 + iΔt√λ)ᵏ − e^{it√λ}| of it. With wrong forms of the bound.
Lines<SmallSteps> limit_lines();
/// On J = λw²/2 from below, for k ≥ 2, without the power: ½tL is the limit of the error over Δt.
Form<SmallSteps> order_of_limit();
/// The bound with L|dW|² + |dZ|², on J = λw²/2: false for λ < 0.
Form<SmallSteps> limit_in_norm();

}  // namespace verigrad::explicit_momentum
