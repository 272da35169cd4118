// Contraction of the discrete iteration Wⁿ⁺¹ = Wⁿ − Δt∇J(Wⁿ): |Wⁿ − W*| ≤ (1 − ε)ⁿ |W⁰ − W*|.
// Stochastic gradient methods, Lemma 5.1.3.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/descent/descent_instance.hpp"

namespace verigrad::iteration_contraction {

const Statement& statement();

/// Gradient descent with Δt = alpha from W⁰ = x0; β is L().
struct Instance : DescentInstance {
  /// A lower bound α of ∇²J to claim in place of the objective's own.
  std::optional<double> claimed_alpha = {};

  double lower() const { return claimed_alpha.value_or(f->curvature().lower); }
  std::string describe() const;
};

/// (5.4), (5.5) and 0 < Δt < 2α/β².
bool hypotheses_hold(const Instance& instance);
/// (5.4), (5.5) and 0 < Δt < 2/β.
bool step_below_two_over_beta(const Instance& instance);

/// 0 < ε < 1 and |Wᵏ − W*|² ≤ (1 − ε)²ᵏ |W⁰ − W*|² for ε = Δtα − Δt²β²/2, half of what the proof takes.
Form<Instance> conclusion();
/// 0 ≤ s < 1 and |Wᵏ − W*|² ≤ s²ᵏ |W⁰ − W*|² for s = max{|1 − αΔt|, |1 − βΔt|}.
Form<Instance> sharp_conclusion();
/// GradientDescent::lipschitz is at most 1 and no less than s, for the curvatures that J has.
Form<Instance> shipped_factor();
/// The enclosures of W⁰ … Wⁿ that ship hold them, for J over rationals and any Δt.
Form<Instance> enclosed_iterates();
/// |Wᵏ − W*|² = s²ᵏ |W⁰ − W*|².
Form<Instance> attained();
/// s² < 1 − 2Δtα + Δt²β², the factor of the proof.
Form<Instance> sharper_than_printed();
/// s² = 1 − 2Δtα + Δt²β².
Form<Instance> as_sharp_as_printed();

/// The displayed lines of the proof, the errata, and wrong forms of the conclusions. What holds in place of "sign of
/// the integral" takes a constant Hessian.
Lines<Instance> lines();

/// (aX² + bY²)/2 from (1, 0) or (0, 1), whichever contracts more slowly.
Instance slowest_quadratic(double a, double b, double dt, int n);

}  // namespace verigrad::iteration_contraction
