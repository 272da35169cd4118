// Penalised least squares for λ → 0: minimisers of ½‖Ax − y‖² + λR(x) approach solutions of min R(x) subject to Ax = y,
// here with rates. Mathematical Foundations of Data Sciences, Proposition 44.
#pragma once

#include "verigrad/claim/lines.hpp"
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

/// The lines of the proof, the line after (14.3), and wrong rates.
Lines<LimitInstance> lines();

/// A = y = 0, so that each x₀ solves Ax₀ = y; R = 1 on (0, 1], 2 + |x| elsewhere but at 0; x_k = 1/(k + 1) → x* = 0.
struct JumpInstance {
  int at_zero;  ///< R(0) = 2 jumps down beside 0; R(0) = 1 is lower semicontinuous

  bool rational() const { return true; }
  std::string describe() const;
};
/// The last displayed line, on what it needs: R(x_k) ≤ R(x₀) and R(x*) ≤ R(x₀).
Form<JumpInstance> penalty_in_the_limit();
/// The hypothesis that is missing.
Lines<JumpInstance> jump_lines();

}  // namespace verigrad::penalised_least_squares_limit
