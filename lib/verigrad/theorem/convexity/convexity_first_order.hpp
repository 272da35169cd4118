// Convexity and the first-order inequality: f is convex if and only if f(x) + ⟨∇f(x), y − x⟩ ≤ f(y) for all x, y.
// MathDNN, Definition 6.1 and Proposition 6.1.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/convexity/pair_instance.hpp"

namespace verigrad::convexity_first_order {

const Statement& statement();

/// f is convex, and smooth, so that the remainders of the proof have a bound.
bool applies_to(const Objective& f);

/// It applies to f.
bool hypotheses_hold(const PairInstance& instance);

/// (16) of one pair: f(x) + ∇f(x)(y − x)ᵀ ≤ f(y).
void first_order(const Pair<Number>& pair, Claims& claims);

/// (16), of a PairInstance or InterpolationInstance.
template <class Instance>
Form<Instance> conclusion();

/// (15): f(z) ≤ τf(x) + (1 − τ)f(y), z = τx + (1 − τ)y.
Form<PairInstance> convexity();

/// (15) and (16) with equality.
Form<PairInstance> attained();

/// The strict opposites of (15), and of (16) at z against y: f is not convex.
Form<PairInstance> violation();

/// The erratum of the second line of the proof at τ < 0, refuted by f(x) = x² from x = 0 to y = 1.
FalseLine<PairInstance> tau_below_0();
/// x² breaks that line at τ = −2⁻ᵏ for every k ≤ 40: no η > 0 saves it.
Form<PairInstance> however_small();

/// The displayed lines of the proof, the errata, and wrong forms of (15) and (16).
Lines<PairInstance> lines();

}  // namespace verigrad::convexity_first_order
