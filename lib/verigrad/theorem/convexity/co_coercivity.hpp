// Co-coercivity of the gradient: if f is convex and L-smooth, 1/L ‖∇f(y) − ∇f(x)‖² ≤ ⟨∇f(y) − ∇f(x), y − x⟩.
// MathDNN, Proposition 6.3.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/convexity/pair_instance.hpp"

namespace verigrad::co_coercivity {

const Statement& statement();

/// f is convex and L-smooth with 0 < L < ∞.
bool applies_to(const Objective& f);

/// f is convex and L-smooth for the claimed L > 0.
bool hypotheses_hold(const PairInstance& instance);

/// (19): 1/L ‖∇f(y) − ∇f(x)‖² ≤ (∇f(y) − ∇f(x))(y − x)ᵀ. Of a PairInstance or InterpolationInstance.
template <class Instance>
Form<Instance> conclusion();

/// (19) with equality: the pair attains the constant 1/L. Of a PairInstance or InterpolationInstance.
template <class Instance>
Form<Instance> attained();

/// ⟨∇f(y), y − x⟩ < ⟨∇f(x), y − x⟩: f is not convex, and (19) fails for every L.
Form<PairInstance> violation();

/// What (19) implies, for any two vectors in place of the gradients: with Δ = ∇f(y) − ∇f(x) and d = y − x,
/// L²‖d‖² − ‖Δ‖² = ‖Ld − Δ‖² + 2L(⟨Δ, d⟩ − ‖Δ‖²/L), so that (19) gives (17); and ⟨Δ, d⟩ ≥ 0, so that f is convex.
Form<InterpolationInstance> smoothness_certificate();

/// The displayed lines of the proof, the errata, and wrong forms of (19).
Lines<PairInstance> lines();

}  // namespace verigrad::co_coercivity
