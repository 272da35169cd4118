// Stochastic gradient descent with the steps τₖ = τ₀/(1 + k/k₀) of (14.15): their law, one step in expectation, the
// rate O(1/k). MFDS, section 14.2.3.
#pragma once

#include "verigrad/algorithm/stochastic_gradient.hpp"
#include "verigrad/claim/lines.hpp"

namespace verigrad::stochastic_gradient_descent {

const Statement& statement();

/// A finite sum, a start and K steps of a rule.
struct SgdInstance {
  FiniteSum f;
  Vector<double> x0;
  StepSizes steps;
  int K;

  bool rational() const { return f.rational(); }
  std::string describe() const;
};

/// The terms convex and smooth, f with a minimum, and τ₀L ≤ 1 for the largest L of a term.
bool hypotheses_hold(const SgdInstance& instance);
/// And (14.15) with τ₀L ≤ ½ and a = μτ₀k₀ > 1.
bool rate_hypotheses_hold(const SgdInstance& instance);

/// E‖xₖ₊₁ − x*‖² ≤ (1 − 2τₖμ(1 − τₖL)) E‖xₖ − x*‖² + 2τₖ²σ², σ² = (1/n) Σ ‖∇fᵢ(x*)‖².
/// Needell, Srebro, Ward, Stochastic gradient descent, weighted sampling, and the randomized Kaczmarz algorithm (2016).
Form<SgdInstance> one_step();
/// E‖xₖ − x*‖² ≤ Q/(k₀ + k), Q = max(k₀‖x₀ − x*‖², 2(τ₀k₀σ)²/(a − 1)), a = μτ₀k₀: by induction from one_step.
Form<SgdInstance> rate();
/// (k + 1) E‖xₖ − x*‖² ≤ ‖x₀ − x*‖².
Form<SgdInstance> fast_rate();
/// The mean of a step, and wrong forms of one step and the rate; those of the rate ask for its hypotheses.
Lines<SgdInstance> lines();

/// f₁ = (x − 1)², f₂ = (x + 1)², the text's example, as (f₁ + f₂)/2.
FiniteSum two_parabolas();
/// On it with τ₀ = ½, k₀ = 1: E xₖ² = 1/k for k ≥ 1, whatever x₀ is.
Form<SgdInstance> harmonic();
/// On it with a constant step τ: E xₖ² = τ/(1 − τ) + (1 − 2τ)²ᵏ (x₀² − τ/(1 − τ)).
Form<SgdInstance> noise_floor();
/// 2 E xₖ² < τ/(1 − τ) for the last k: what constant steps would need in order to converge.
Form<SgdInstance> below_the_floor();

/// τ₀, k₀ and how many steps are looked at.
struct ScheduleInstance {
  double tau0, k0;
  int n;
  bool rational() const { return true; }
  std::string describe() const;
};
/// For k < n: kτₖ < τ₀k₀, and τ₀k₀ ≤ 2kτₖ for k ≥ k₀; Σ τₖ² ≤ τ₀²(1 + k₀); τₘ + … + τ₂ₘ₋₁ ≥ τ₀k₀/3 for m ≥ k₀, so that
/// Σ τₖ = ∞.
Form<ScheduleInstance> schedule();
/// Wrong laws.
Lines<ScheduleInstance> schedule_lines();

}  // namespace verigrad::stochastic_gradient_descent
