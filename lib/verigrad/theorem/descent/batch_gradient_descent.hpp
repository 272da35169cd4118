// Batch gradient descent with steps τₖ in (0, 2/L): linear rate for strongly convex f, O(1/k) for convex f.
// MFDS, section 14.2.2.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/problem/objective.hpp"

namespace verigrad::batch_gradient_descent {

const Statement& statement();

/// An objective, a start and the steps τₖ.
struct BatchInstance {
  ObjectivePtr f;
  Vector<double> x0;
  std::vector<double> tau;  ///< τ₀ … τ_{n−1}
  /// A smoothness constant to claim in place of the objective's own.
  std::optional<double> claimed_L = {};

  double L() const { return claimed_L.value_or(f->curvature().smoothness()); }
  bool rational() const { return f->rational(); }
  std::string describe() const;
};

/// f convex, L-smooth, with a minimum, and 0 < τₖ < 2/L for the finitely many k.
bool hypotheses_hold(const BatchInstance& instance);
/// And μ > 0.
bool strongly_convex(const BatchInstance& instance);

/// f(x_K) − f* ≤ R²/Σ_{k<K} (τₖ − Lτₖ²/2) for convex f.
Form<BatchInstance> sublinear();
/// ‖x_K − x*‖² ≤ Π_{k<K} ρₖ² R², ρₖ = max(|1 − τₖμ|, |1 − τₖL|), for strongly convex f.
Form<BatchInstance> linear();
/// ‖x_K − x*‖² = Π ρₖ² R²: along an extreme eigenvector of a quadratic.
Form<BatchInstance> linear_attained();
/// f(xₖ₊₁) ≤ f(xₖ).
Form<BatchInstance> decrease();
/// f(xₖ₊₁) = f(xₖ).
Form<BatchInstance> standstill();

/// ‖xₙ − x*‖ < ¼‖x₀ − x*‖ for the last n: false where steps tend to 0 or to 2/L.
Form<BatchInstance> shrinks_to_a_quarter();
/// ‖x_K − x*‖² ≤ ρ²ᴷ R² with one ρ < 1 for all τ_min ≤ τₖ ≤ τ_max, for strongly convex f.
Form<BatchInstance> contracts_by_one_rate();

/// The false printed range of steps, and wrong rates.
Lines<BatchInstance> lines();

/// x²/2 from 1 with n steps τₖ = 2 − 2⁻ᵏ⁻¹, all in (1, 2/L): |xₙ| = Π (1 − 2⁻ʲ) > 1/4 for every n.
BatchInstance steps_toward_the_end(int n);
/// x²/2 from 1 with n steps τₖ = 2⁻ᵏ⁻¹: the same |xₙ|.
BatchInstance steps_toward_zero(int n);

}  // namespace verigrad::batch_gradient_descent
