// Generators for statements about two points of one function, and about its minimum. Data are dyadic, as in
// sampling/generators.hpp.
#pragma once

#include "verigrad/problem/piecewise_quadratic.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/theorem/convexity/minimum_instance.hpp"
#include "verigrad/theorem/convexity/pair_instance.hpp"

namespace verigrad::generate {

/// 1 to 4 knots in [−8, 8], f″ drawn from `inner` between them and from `outer` beyond them.
Gen<PiecewiseQuadratic::Data> piecewise_quadratic(Gen<double> inner, Gen<double> outer);
/// f″ ≥ 0 everywhere, with kinks of f′ smoothed to ramps and with flat pieces; L > 0.
Gen<PiecewiseQuadratic::Data> convex_piecewise_quadratic();
/// f″ of either sign, negative right of the first knot.
Gen<PiecewiseQuadratic::Data> non_convex_piecewise_quadratic();

/// Convex smooth objectives, those without a minimiser included; non-convex ones; and those with a global minimiser,
/// convex or not.
Gen<ObjectivePtr> any_convex();
Gen<ObjectivePtr> any_non_convex();
Gen<ObjectivePtr> any_smooth();  ///< either
Gen<ObjectivePtr> any_with_minimum();

/// Points independent, close, equal (if f is rational), or one of them the minimiser rounded to double; τ = k/16 in [0,
/// 1].
Gen<PairInstance> pair(Gen<ObjectivePtr> objectives);

/// What a non-convex f has somewhere, proposed by a search in double, which proves nothing: x and y on both sides of a
/// point that lies above their chord, with τ = 1/2 and y the end further below the tangent there; or x and y with
/// ⟨∇f(y) − ∇f(x), y − x⟩ < 0.
Gen<PairInstance> across_downward_curvature(Gen<ObjectivePtr> objectives);
Gen<PairInstance> across_falling_gradient(Gen<ObjectivePtr> objectives);

/// Two points with values and gradients that some convex L-smooth function takes: ∇f(y) − ∇f(x) = L/2 (d + s Q d), d =
/// y − x, Q orthogonal and |s| ≤ 1, and f(y) − f(x) between its two bounds of interpolation (Taylor, Hendrickx and
/// Glineur 2017, Theorem 4). s = ±1 attains (19).
Gen<InterpolationInstance> interpolable_pair();
Gen<InterpolationInstance> extreme_interpolable_pair();
/// Two points of interpolation(), in either order.
Gen<InterpolationInstance> interpolated_pair();

/// A direction (0 among them if f is rational), another point and τ = k/16 in ]0, 1].
Gen<MinimumInstance> at_minimum(Gen<ObjectivePtr> objectives);

}  // namespace verigrad::generate
