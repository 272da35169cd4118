// Convergence whatever the batches: Wₖ → W* of the splitting with exact flows when Δtₖ → 0 and Σ Δtₖ = ∞.
// Stochastic gradient methods, Theorem 5.3.1, with a bound that can be evaluated.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/stochastic/splitting_instance.hpp"

namespace verigrad::batch_convergence {

const Statement& statement();

/// αᵢ > 0, A positive definite, Δtₖ > 0, and each epoch's batches are disjoint and hold all terms.
bool hypotheses_hold(const SplittingInstance& instance);

/// What the bound knows of the problem; nothing of the batches. An epoch maps W* + e to W* + Pe + d, P = Πᵣ exp(−AʳΔt).
/// ‖P‖ ≤ 1, and P differs from I − ΔtA by at most ½Δt²(Σ‖Aʳ‖)², Taylor's remainder of contractions. d = −Δt Σ Qᵣ∇Jʳ(W*)
/// where each Qᵣ, a product of exponentials and one mean of such, lies within κ of (1 − κ)I, κ = ½ΔtΘ; as the gradients
/// add up to 0, ‖d‖ ≤ Δtκ Σ‖∇Jʳ(W*)‖ ≤ ½ΘSΔt².
struct Constants {
  explicit Constants(const SplittingRun& system);

  Number lambda;  ///< a lower bound of the smallest eigenvalue of A = ∇²J
  Number Theta;   ///< tr A ≥ Σᵣ ‖Aʳ‖
  Number S;       ///< Σᵢ 2αᵢ|xᵢ||W*xᵢ − yᵢ| ≥ Σᵣ ‖∇Jʳ(W*)‖

  /// min{1, 1 − λΔt + ½Θ²Δt²}, at least the factor by which an epoch shrinks distances.
  Number factor(const Number& dt) const;
  /// B₀ = a₀ and Bₖ₊₁ = factor(Δtₖ) Bₖ + ½ΘSΔtₖ².
  std::vector<Number> bounds(const Number& a0, const std::vector<double>& dt) const;
};

/// The exact flows of the instance, in the text's letters.
struct Run {
  using Instance = SplittingInstance;
  explicit Run(const SplittingInstance& instance);

  SplittingRun system;
  Constants constants;
  std::vector<std::vector<Matrix<Number>>> z;  ///< z[k][r] = Zₖʳ(Δtₖ)
  std::vector<Matrix<Number>> w;               ///< Wₖᵗ
  std::vector<Number> a;                       ///< aₖ = ‖Wₖ − W*‖
  std::vector<Number> dt;                      ///< Δtₖ
  std::vector<Number> time;                    ///< Tₖ = Δt₀ + … + Δtₖ₋₁
  std::vector<Number> bound;                   ///< Bₖ
  Number C;  ///< max ½Θ²Bₖ + ½ΘS, k < n: the constant of O(Δt²), whatever the batches
  int n;     ///< epochs
};

/// aₖ ≤ Bₖ for every k.
Form<SplittingInstance> conclusion();
/// aₖ ≤ exp(−½λ(Tₖ − Tⱼ)) Bⱼ + (ΘS/λ) max{Δt_q : q ≥ j}, if Δt_q ≤ λ/Θ² for q ≥ j: what tends to 0 under (5.31).
Form<SplittingInstance> tail();
/// aₙ < ½a₁ after many epochs: false where Wₖ does not approach W*.
Form<SplittingInstance> approaches();

/// The displayed lines of the proof, the errata, and wrong forms of the conclusion and of the epoch's formula.
Lines<SplittingInstance> lines();

/// w²/2 from 1 with these steps: aₖ = exp(−Tₖ).
SplittingInstance parabola(const std::vector<double>& dt);
/// (w − 1)²/2 and (w + 1)²/2 in turn from 0, the minimiser of their sum.
SplittingInstance opposed(const std::vector<double>& dt);

/// Without (5.30): J = φ₁ + φ₂, φ₁ = w, and J′ = w + 2 left of −1, −w up to 1, −1 up to 2, w − 3 beyond. J is minimal
/// at 3 alone, J(3) = J(0) − 2, with a second well at −2, J(−2) = J(0) − 1.
struct TwoWells {
  double dt;      ///< Δt₀ ≤ ½ of one epoch over φ₁ and φ₂, from 0
  double T;       ///< T − T₁: then J in one batch, whose flow does not depend on how T is divided
  bool reversed;  ///< φ₂ first

  bool rational() const { return false; }
  std::string describe() const;
};
/// φ₁ first leads to −2, φ₂ first to 3, however small Δt₀ is: w₁ = (1 − Δt₀)exp(Δt₀) − 1 < 0 or exp(Δt₀) − 1 − Δt₀ > 0.
Form<TwoWells> order_decides_the_limit();
/// |w(T) − 3| < ½|w₁ − 3|.
Form<TwoWells> approaches_the_minimiser();

/// J = w⁴/4 in one batch: convex, with the minimiser 0, J″(0) = 0.
struct Quartic {
  double a0;  ///< w₀ > 0
  std::vector<double> dt;

  bool rational() const { return false; }
  std::string describe() const;
};
/// aₖ = a₀/√(1 + 2a₀²Tₖ), which tends to 0; an epoch differs from a gradient step by O(Δtₖ²), as in the proof.
Form<Quartic> slower_than_exponential();
/// aₖ₊₁ ≤ (1 − Δtₖλ)aₖ + CΔtₖ² with λ = J″(a₀) and the C = (3/2)a₀⁵ of that O(Δtₖ²): false, as for any λ > 0 once aₖ
/// and Δtₖ are small.
Form<Quartic> recursion_by_curvature_at_start();

}  // namespace verigrad::batch_convergence
