// Strong monotonicity and smoothness: if α ≤ ∇²J ≤ β,
// α|W₁ − W₂|² ≤ ⟨∇J(W₁) − ∇J(W₂), W₁ − W₂⟩ ≤ β|W₁ − W₂|². Stochastic gradient methods, (5.8).
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/convexity/hessian_bounds_instance.hpp"

namespace verigrad::strong_monotonicity {

const Statement& statement();

/// (5.4), and enclosures can decide: J is rational, or the points differ.
bool hypotheses_hold(const HessianBoundsInstance& instance);

/// (5.8).
Form<HessianBoundsInstance> conclusion();
/// Equality on the left, and on the right.
Form<HessianBoundsInstance> lower_attained();
Form<HessianBoundsInstance> upper_attained();
/// Equality but for a sixteenth: what the constants of families that no two points attain are held against; α < 0.
Form<HessianBoundsInstance> lower_nearly_attained();
Form<HessianBoundsInstance> upper_nearly_attained();
/// What a family says of ⟨∇J(W₁) − ∇J(W₂), d⟩ − α|d|² and ⟨∇²J(W₁) d, d⟩ − α|d|² in other words is that.
Form<HessianBoundsInstance> excess();
/// ⟨∇J(W₁) − ∇J(W₂), d⟩ = ⟨∇²J d, d⟩, d = W₁ − W₂, where ∇²J is constant from W₁ to W₂.
Form<HessianBoundsInstance> constant_hessian();

/// What it follows from, and wrong forms of (5.8).
Lines<HessianBoundsInstance> lines();

}  // namespace verigrad::strong_monotonicity
