// ADAM with rescaling as Stochastic gradient methods prints it, (5.27), against the algorithm of Kingma and Ba, which
// it claims to be and is not.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/momentum/optimiser_instance.hpp"

namespace verigrad::adam_rescaled {

const Statement& statement();

/// α > 0, ε > 0, β₁, β₂ ∈ (0, 1), from m = v = 0.
bool hypotheses_hold(const OptimiserInstance& instance);

/// Each way in which (5.27) is not ADAM, and what ADAM has in its place; wrong forms of ADAM.
Lines<OptimiserInstance> lines();
/// Of these: 1 − βᵢⁿ > 0, the printed divisors; and √V̂ > 0, which is divided by where ε is missing.
Form<OptimiserInstance> printed_exponents();
Form<OptimiserInstance> printed_root();

/// The published algorithm, each line of each step, m and v unrolled.
Form<OptimiserInstance> published();
/// (5.27) with exponents n + 1 and hats, of RescaledAdamRepaired and one parameter.
Form<OptimiserInstance> repaired();
/// m̂ₖ = g, v̂ₖ = g² along a constant gradient g, of ADAM and of the repaired (5.27).
Form<OptimiserInstance> unbiased();

}  // namespace verigrad::adam_rescaled
