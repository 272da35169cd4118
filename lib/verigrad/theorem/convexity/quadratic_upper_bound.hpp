// Quadratic upper bound: if f is L-smooth, f(y) ≤ f(x) + ⟨∇f(x), y − x⟩ + L/2 ‖y − x‖².
// MathDNN, Definition 6.2 and Proposition 6.2.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/convexity/pair_instance.hpp"

namespace verigrad::quadratic_upper_bound {

const Statement& statement();

/// f is L-smooth with 0 < L < ∞.
bool applies_to(const Objective& f);

/// f is L-smooth for the claimed L > 0; f need not be convex.
bool hypotheses_hold(const PairInstance& instance);

/// (18): f(y) ≤ f(x) + ∇f(x)(y − x)ᵀ + L/2 ‖y − x‖². Of a PairInstance or InterpolationInstance.
template <class Instance>
Form<Instance> conclusion();
/// The other side, which the text does not state: f(x) + ∇f(x)(y − x)ᵀ − L/2 ‖y − x‖² ≤ f(y).
Form<PairInstance> lower_side();
/// Both with equality.
Form<PairInstance> attained();
Form<PairInstance> lower_side_attained();

/// f and two points between which ∇f(g(τ)) is affine in τ from each bend to the next.
struct PathInstance {
  PairInstance pair;
  std::vector<Rational> bends;  ///< ascending, in ]0, 1[

  bool rational() const { return true; }
  std::string describe() const { return pair.describe(); }
};

/// The displayed lines of the proof in their order; the first with wrong forms of (18).
Lines<PairInstance> lines();
Lines<PathInstance> integral_lines();
Lines<PairInstance> integrand_lines();
Lines<PathInstance> last_lines();

}  // namespace verigrad::quadratic_upper_bound
