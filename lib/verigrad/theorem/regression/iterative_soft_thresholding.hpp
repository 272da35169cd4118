// Iterative soft thresholding: x_{k+1} = S_λτ(x_k − τAᵀ(Ax_k − y)) minimises the surrogate; f decreases and converges
// for τ < 2/‖A‖². Mathematical Foundations of Data Sciences, Proposition 47. Beside it, FISTA's rate.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/regression/lasso_instance.hpp"

namespace verigrad::iterative_soft_thresholding {

const Statement& statement();

/// λ ≥ 0, τ > 0, and x* is a minimiser, decided exactly.
bool any_step(const LassoInstance& instance);
/// λ ≥ 0, τ > 0, and there is an x*; whether it is a minimiser is not asked.
bool has_solution(const LassoInstance& instance);
/// As any_step, and τ‖A‖² ≤ 1.
bool short_step(const LassoInstance& instance);
/// As above, and τ‖A‖² < 2, with room for the proven bound L of ‖A‖².
bool converging_step(const LassoInstance& instance);

/// (14.7) minimises f_τ(·, x_k), for any τ > 0: |vᵢ| ≤ λτ and ⟨v, x_{k+1}⟩ = λτ‖x_{k+1}‖₁ for
/// v = x_k − τAᵀ(Ax_k − y) − x_{k+1}, and f_τ(x_{k+1}, x_k) + ‖x − x_{k+1}‖²/(2τ) ≤ f_τ(x, x_k).
Form<LassoInstance> conclusion();
/// x* = S_λτ(x* − τAᵀ(Ax* − y)), and the optimality conditions hold at x* and x₀ just where they are such fixed points.
Form<LassoInstance> fixed_point();
/// f(x_k) − f* ≤ ‖x₀ − x*‖²/(2τk) for τ‖A‖² ≤ 1. Beck and Teboulle (2009), Theorem 3.1.
Form<LassoInstance> rate();
/// f(x_k) − f* ≤ ‖x₀ − x*‖²/(4τk), half of it.
Form<LassoInstance> half_rate();
/// f(x_k) − f* = ‖x₀ − x*‖²/(4τk) for k = n.
Form<LassoInstance> half_rate_attained();
/// For τL < 2, L ≥ ‖A‖² proven: f(x_{k+1}) + (1/τ − L/2)‖x_{k+1} − x_k‖² ≤ f(x_k), ‖x_{k+1} − x*‖ ≤ ‖x_k − x*‖, and
/// f(x_k) − f* ≤ (‖x₀ − x*‖²/(2τ) + (τL − 1)₊/(2 − τL) (f(x₀) − f*))/k. So f(x_k) → f*, and x_k, bounded and ever
/// nearer to each minimiser, converges to one.
Form<LassoInstance> convergence();
/// f(x_{k+1}) ≤ f(x_k).
Form<LassoInstance> decrease();
/// ‖x_n − x*‖ < ‖x₀ − x*‖.
Form<LassoInstance> comes_nearer();

/// A LASSO for FISTA, whose square root leaves the rationals.
struct FistaInstance : LassoInstance {
  bool rational() const { return false; }
};
/// FISTA's step: x⁺ = S_λτ(z − τAᵀ(Az − y)), t⁺ = (1 + √(1 + 4t²))/2, z⁺ = x⁺ + (t − 1)/t⁺ (x⁺ − x). Beck and Teboulle
/// (2009), (4.1) to (4.3).
Form<FistaInstance> fista_step();
/// f(x_k) − f* ≤ 2‖x₀ − x*‖²/(τ(k + 1)²) for τ‖A‖² ≤ 1. Beck and Teboulle (2009), Theorem 4.4.
Form<FistaInstance> fista_rate();
/// Wrong forms of FISTA's rate.
Lines<FistaInstance> fista_lines();

/// The lines of the proof, the erratum, and wrong steps and rates.
Lines<LassoInstance> lines();

}  // namespace verigrad::iterative_soft_thresholding
