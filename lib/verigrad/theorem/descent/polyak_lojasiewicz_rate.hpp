// Linear rate of gradient descent without convexity: if f is L-smooth and ½‖∇f‖² ≥ μ(f − f*), then
// f(xₖ) − f* ≤ (1 − 2μC)ᵏ (f(x₀) − f*), C = α − Lα²/2. Karimi, Nutini and Schmidt (2016), Theorem 1: α = 1/L, 2C = 1/L.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/descent/descent_instance.hpp"

namespace verigrad::polyak_lojasiewicz_rate {

const Statement& statement();

/// f is L-smooth with a minimum, 0 < α < 2/L, and no f(xₖ) is f*. μ is the largest that the iterates allow.
bool hypotheses_hold(const DescentInstance& instance);

/// The rate at x₀ … xₙ.
Form<DescentInstance> conclusion();
/// f(xₙ) − f* = (1 − 2μC)ⁿ (f(x₀) − f*).
Form<DescentInstance> attained();
Form<DescentInstance> with_mu_of_x0();
Lines<DescentInstance> lines();

}  // namespace verigrad::polyak_lojasiewicz_rate
