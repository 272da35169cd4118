// Stochastic averaged gradient: as printed (without 1/n, with a gradient at x̃) and as published, with its rates.
// MFDS, section 14.2.5; Schmidt, Le Roux, Bach, Minimizing finite sums with the stochastic average gradient, Theorem 1.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/stochastic/finite_sum_instance.hpp"

namespace verigrad::stochastic_averaged_gradient {

const Statement& statement();

/// The terms convex and L-smooth, f with a minimum, all step sizes equal to one τ > 0.
bool constant_steps(const FiniteSumInstance& instance);
/// And 0 < 16τL ≤ 1 for the largest L of a term: τ = 1/(16L′) with an L′ ≥ L that is a constant of the terms as well.
bool hypotheses_hold(const FiniteSumInstance& instance);

/// E f(x_K) − f* ≤ (1 − min{μτ, 1/(8n)})ᴷ C₀, C₀ = f(x₀) − f* + ‖x₀ − x*‖²/(4nτ) + τσ², σ² = (1/n) Σ ‖∇fᵢ(x*)‖², from
/// Gⁱ = 0; 16Lτ = 1 makes it Theorem 1 of the paper.
Form<FiniteSumInstance> linear();
/// E f((x₀ + … + x_{K−1})/K) − f* ≤ (32n/K) C₀.
Form<FiniteSumInstance> sublinear();
/// What the update keeps; E f(x₁) ≤ f(x₀) from Gⁱ = ∇fᵢ(x₀), false without the factor 1/n; that x* stays where it is,
/// false with h = ∇fᵢ(x̃); and wrong rates.
Lines<FiniteSumInstance> lines();

}  // namespace verigrad::stochastic_averaged_gradient
