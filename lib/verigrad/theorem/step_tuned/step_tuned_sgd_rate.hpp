// The rate of Step-Tuned SGD, with its constants: min_{j < k} E‖∇𝒥(θⱼ)‖² ≤ C₄/k^{1/2 − δ}. Thesis, Theorem 4.2 and its
// proof, (4.22) to (4.48). That 𝒥(θₖ) converges and ‖∇𝒥(θₖ)‖² → 0 almost surely is left to the theorem of Robbins and
// Siegmund and to Lemma 4.6, whose hypotheses are checked.
#pragma once

#include <optional>

#include "verigrad/claim/lines.hpp"
#include "verigrad/claim/unknowns.hpp"
#include "verigrad/problem/finite_sum.hpp"

namespace verigrad::step_tuned_sgd_rate {

const Statement& statement();

/// Step-Tuned SGD on 𝒥 = 1/N Σ 𝒥ₙ with 𝒥ₙ ≥ 0; all sequences of n batches of the size b are run.
struct RateInstance {
  FiniteSum f;
  Vector<double> theta0;
  int n, b = 1;
  double alpha = 1, delta = 0.25;  ///< of the decay, where no rates are given
  std::vector<double> rates = {};  ///< in place of α/(k + 1)^{1/2 + δ}, for exact fractions
  double nu = 2, beta = 0.5, m = 0.5, M = 2;
  /// L_K and C₂² to claim in place of those of the terms and of the iterates.
  std::optional<double> claimed_L = {}, claimed_C22 = {};

  bool rational() const { return f.rational() && !rates.empty(); }
  std::string describe() const;
};

/// Terms L-smooth and ≥ 0, parameters in their ranges, m̃ ≤ 1 ≤ M̃, rates positive. C₂ is by construction the largest
/// ‖∇𝒥ₙ‖ at the iterates, which is all that the proof uses of it.
bool hypotheses_hold(const RateInstance& instance);

/// min_{j < k} E‖∇𝒥(θⱼ)‖² ≤ C₄/k^{1/2 − δ} with C₄ = (𝒥(θ₀) − inf 𝒥 + 3α²M̃²L C₂² Σ_{j < k} (j + 1)^{−1 − 2δ})/(2αm̃).
Form<RateInstance> conclusion();
/// The same before Σ (j + 1)^{−1/2 − δ} ≥ k^{1/2 − δ}, for any positive rates αⱼ: ≤ (𝒥(θ₀) − inf 𝒥 + 3M̃²L C₂² Σ αⱼ²)/
/// (2m̃ Σ αⱼ).
Form<RateInstance> conclusion_for_rates();
/// Wrong forms of it: half the bound, no squares of the rates, the other sign of them, one rate more.
Forms<RateInstance> wrong_bounds();
/// (4.41) with 11/4 for 3.
Form<RateInstance> smaller_constant();
/// ‖∇𝒥_B‖² ≤ C₂² at the iterates; (4.27) and (4.28); (4.42) with 3C₂² for C₂ + 2C₂².
Form<RateInstance> gradient_bound();
Form<RateInstance> descent();
Form<RateInstance> decrease_within_bounds();
/// (4.46) with 3C₂² for C₂ + 2C₂².
Form<RateInstance> expected_decrease();
/// E‖∇𝒥(θⱼ)‖² < ‖∇𝒥(θ₀)‖² for some j.
Form<RateInstance> gradient_falls();
/// (4.37) to (4.41) for all values, in inner products.
Form<Unknowns> general_conclusion();

/// The lines of the proof and wrong forms, of runs and for all values.
Lines<RateInstance> lines();
Lines<Unknowns> general_lines();

/// θ²/2 from θ₀, one term, γ = 1 always.
RateInstance parabola(double theta0, const std::vector<double>& rates);
/// (θ − 1)²/2 and (θ + 1)²/2, γ = 1 always.
RateInstance two_parabolas(double theta0, const std::vector<double>& rates);

}  // namespace verigrad::step_tuned_sgd_rate
