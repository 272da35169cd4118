// The gradient is zero at a global minimum: ∇f(x*) = 0.
// MathDNN, Definition 6.3 and Proposition 6.4.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/convexity/minimum_instance.hpp"

namespace verigrad::stationarity_at_minimum {

const Statement& statement();

/// f has a known global minimiser and is smooth, so that the remainders of the proof have a bound.
bool applies_to(const Objective& f);

/// It applies to f, and x* is the global minimiser that f itself knows.
bool hypotheses_hold(const MinimumInstance& instance);

/// Whether enclosures can decide the proof's lines: f is rational, or varies along v and at x for certain. Elsewhere
/// both sides may be one number.
bool decidable(const MinimumInstance& instance);

/// (21): ∇f(x*) = 0.
Form<MinimumInstance> conclusion();

/// The same with a measure, for L-smooth f: ‖∇f(x)‖² ≤ 2L(f(x) − f(x*)). It gives (21) at x = x*.
Form<MinimumInstance> gradient_bound();
/// ‖∇f(x)‖² = 2L(f(x) − f(x*)).
Form<MinimumInstance> attained();

/// The enclosure of the minimum that ships, from x: x* and f(x*) lie in it, if ∇²f ≥ μ > 0 (not printed).
Form<MinimumInstance> enclosed();
/// Its lower ends are x* and f(x*) but for 2⁻²⁰, more than what radii of 30 bits round off, on f = μx²/2.
Form<MinimumInstance> enclosed_by_its_ends();
bool strongly_convex(const MinimumInstance& instance);

/// f(x*) ≤ f near x*, f(x) < f(x*), and yet ∇f(x*) = 0.
Form<MinimumInstance> local_is_enough();

/// The displayed lines of the proof, the errata, and wrong forms of the conclusion.
Lines<MinimumInstance> lines();

/// The erratum of the division by τ, refuted by f(x) = x² from x* = 0 along v = 1.
FalseLine<MinimumInstance> o_of_tau_divided();
/// o(τ)/τ = τ at every τ: what x² makes of it.
Form<MinimumInstance> however_small_tau();

}  // namespace verigrad::stationarity_at_minimum
