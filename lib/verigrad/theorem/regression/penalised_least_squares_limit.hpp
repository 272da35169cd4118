// Penalised least squares for λ → 0: minimisers of ½‖Ax − y‖² + λR(x) approach solutions of min R(x) subject to Ax = y,
// here with rates. Mathematical Foundations of Data Sciences, Proposition 44.
#pragma once

#include "verigrad/claim/form.hpp"
#include "verigrad/claim/statement.hpp"
#include "verigrad/number/eigen.hpp"

namespace verigrad::penalised_least_squares_limit {

const Statement& statement();

/// A problem made from its limit: x* with a multiplier ν, Aᵀν ∈ ∂R(x*), and y = Ax*; so that x* solves (14.2) and
/// x_λ is known exactly.
struct LimitInstance {
  enum class Penalty {
    quadratic,  ///< R(x) = Σ dᵢ(xᵢ − cᵢ)² + offset with c = x* − D⁻¹Aᵀν/2
    one_norm  ///< R(x) = Σ dᵢ|xᵢ| + offset for diagonal A; ν is dᵢ sign(x*ᵢ)/aᵢᵢ, and x*ᵢ = 0 where aᵢᵢ = 0
  };
  Penalty penalty;
  Matrix<double> a;
  Vector<double> d;
  Vector<double> nu;  ///< for the quadratic penalty
  Vector<double> x_star;
  Vector<double> x;  ///< a point that minimisers are compared with
  double lambda;
  int n;  ///< λ_k = λ/2ᵏ, k = 0 … n
  double offset = 0;

  bool rational() const { return true; }
  std::string describe() const;
};

/// Sizes match, d > 0, λ > 0, offset ≥ 0, and x*ᵢ = 0 where it has to be.
bool hypotheses_hold(const LimitInstance& instance);
/// As above, for any offset.
bool of_any_sign(const LimitInstance& instance);

/// x* solves (14.2): R(x*) + ⟨ν, A(x − x*)⟩ ≤ R(x). And x_k → (14.2): R(x_k) ≤ R(x*) ≤ R(x_k) + λ_k‖ν‖²,
/// ‖Ax_k − y‖² ≤ λ_k²‖ν‖², and for the quadratic penalty Σ dᵢ(x_k − x*)ᵢ² ≤ λ_k‖ν‖²/8.
/// From the monotonicity of ∂R: −(Ax_k − y)/λ_k and ν are multipliers at x_k and x*, so ⟨(Ax_k − y)/λ_k + ν, Ax_k − y⟩
/// ≤ 0.
Form<LimitInstance> conclusion();
/// Σ dᵢ(x₀ − x*)ᵢ² = λ‖ν‖²/8, and ‖Ax₀ − y‖² = λ²‖ν‖².
Form<LimitInstance> distance_attained();
Form<LimitInstance> residual_attained();
Forms<LimitInstance> steps();
/// The last displayed line, on what it needs.
Forms<LimitInstance> errata();
Forms<LimitInstance> corrected();
Forms<LimitInstance> planted();

}  // namespace verigrad::penalised_least_squares_limit
