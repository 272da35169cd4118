// Second-order expansion: J(W) = J(W*) + ⟨∇J(W*), W − W*⟩ + ½⟨∇²J(W* + μ(W − W*))(W − W*), W − W*⟩ for some μ.
// Stochastic gradient methods, (5.6).
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/convexity/hessian_bounds_instance.hpp"

namespace verigrad::second_order_expansion {

const Statement& statement();

/// (5.4) and (5.5); W is the instance's w1. That ∇²J is continuous is the generator's to see to.
bool hypotheses_hold(const HessianBoundsInstance& instance);

/// ½⟨∇²J(W* + μd)d, d⟩, d = W − W*, is at most J(W) − J(W*) − ⟨∇J(W*), d⟩ at one μ in [0, 1], and at least that at
/// another, at most 2⁻¹² apart: as ∇²J is continuous, (5.6) holds for a μ between them. A search proposes the two.
Form<HessianBoundsInstance> conclusion();
/// (5.6) at μ = −1, 0, ½, 1 and 2: so it is for quadratics.
Form<HessianBoundsInstance> every_mu();
/// For a J of one variable whose second derivative takes two values, at W* and at W: the right side of (5.6) is one of
/// the two that a μ can give.
Form<HessianBoundsInstance> one_of_two_values();

/// What it follows from, and wrong forms of (5.6).
Lines<HessianBoundsInstance> lines();

}  // namespace verigrad::second_order_expansion
