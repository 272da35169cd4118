// At a local minimiser the gradient is 0 and the Hessian has no negative eigenvalue; a critical point whose Hessian has
// positive eigenvalues only is a local minimiser. Thesis, Proposition 3.1. Taken for granted is the expansion
// g(θ* + h) = g(θ*) + ⟨∇g, h⟩ + ½⟨∇²g h, h⟩ + ρ‖h‖², where |ρ| is as small as one likes near θ*.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/claim/unknowns.hpp"
#include "verigrad/theorem/convexity/minimum_instance.hpp"

namespace verigrad::optimality_conditions {

const Statement& statement();

/// g has a known minimiser.
bool hypotheses_hold(const MinimumInstance& instance);
/// And v ≠ 0.
bool curved_along(const MinimumInstance& instance);

/// For all ∇g ≠ 0, a step against it goes below g(θ*); for all λ < 0, one along its eigenvector does; for all λ > 0,
/// none does. Each while ρ is small enough, as it says.
Forms<Unknowns> for_all();

/// ∇g(x*) = 0.
Form<MinimumInstance> first_order();
/// ‖v‖² ≤ ⟨(I + ∇²g(x*))v, v⟩.
Form<MinimumInstance> second_order();
/// 0 < 2/5 ⟨∇²g(x*)h, h⟩ ≤ g(x* + h) − g(x*), h along v with entries up to ½; the factor is ½ of quadratics, and 2/5 of
/// t²/(1 + t²) at t = ½.
Form<MinimumInstance> sufficient();
/// ‖v‖² < ⟨(I + ∇²g(x*))v, v⟩.
Form<MinimumInstance> strictly();

/// Of θ₁³ + θ₂², whose Hessian at 0 has the eigenvalues 0 and 2, as of a minimiser: 0 < g(h).
Form<Unknowns> semidefinite_is_enough();
/// Of ½θ² + cθ at 0, c ≠ 0, with g″ = 1: 0 < g(h).
Form<Unknowns> definite_is_enough();

/// The displayed lines and wrong forms, for all values and at minima.
Lines<Unknowns> general_lines();
Lines<MinimumInstance> lines();

}  // namespace verigrad::optimality_conditions
