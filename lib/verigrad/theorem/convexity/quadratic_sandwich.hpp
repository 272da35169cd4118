// Quadratic sandwich: if α ≤ ∇²J ≤ β with α > 0 and ∇J(W*) = 0,
// J(W*) + α/2 |W − W*|² ≤ J(W) ≤ J(W*) + β/2 |W − W*|². Stochastic gradient methods, (5.7).
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/convexity/hessian_bounds_instance.hpp"

namespace verigrad::quadratic_sandwich {

const Statement& statement();

/// (5.4) and (5.5); W is the instance's w1.
bool hypotheses_hold(const HessianBoundsInstance& instance);

/// (5.7).
Form<HessianBoundsInstance> conclusion();
/// J(W*) < J(W) where W ≠ W*: W* is the only minimiser.
Form<HessianBoundsInstance> unique_minimiser();
/// Equality on the left, and on the right.
Form<HessianBoundsInstance> lower_attained();
Form<HessianBoundsInstance> upper_attained();

/// What it follows from, and wrong forms of (5.7).
Lines<HessianBoundsInstance> lines();

}  // namespace verigrad::quadratic_sandwich
