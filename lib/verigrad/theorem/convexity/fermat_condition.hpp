// Which critical points are minima: in general, of convex functions, and of the classes between. Thesis, 1.2.1
// and 1.2.2. Taken for granted are the expansions g(θ* + h) = g(θ*) + ⟨∇g(θ*), h⟩ + ρ‖h‖ with ρ as small as one likes
// near θ*.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/claim/unknowns.hpp"
#include "verigrad/theorem/convexity/minimum_instance.hpp"

namespace verigrad::fermat_condition {

const Statement& statement();

/// f has a known minimiser, and is convex.
bool convex(const MinimumInstance& instance);
bool has_minimum(const MinimumInstance& instance);

/// Theorem 1.2: where ∇g ≠ 0, there are lower and higher values close by.
Form<Unknowns> necessary();
/// From (1.11) at every λ: g(θ) − g(θ*) ≥ ρ where ∇g(θ*) = 0.
Form<Unknowns> sufficient_if_convex();
/// Of g = u ∘ v: (1.11) for u convex and increasing and v convex.
Form<Unknowns> increasing_of_convex();
/// σ lies below its chords left of 0, and above them right of 0.
Form<Unknowns> sigmoid_bends_both_ways();
/// 3t⁴ + 4t³ − 12t²: a minimum at 1 that is not global, and a maximum at 0; t³: neither, at 0.
Forms<Unknowns> kinds_of_critical_points();

/// ∇g(θ*) = 0 and g(θ*) ≤ g(θ).
Form<MinimumInstance> minimal();

/// t³ at 0, beside −1.
MinimumInstance inflection();

/// The displayed lines and wrong forms, for all values and at minima.
Lines<Unknowns> general_lines();
Lines<MinimumInstance> lines();

}  // namespace verigrad::fermat_condition
