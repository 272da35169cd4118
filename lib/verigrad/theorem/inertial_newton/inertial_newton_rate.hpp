// Rate of DIN: dE/dt ≤ −c₁‖∂E‖² and c₂²(‖θ′‖² + ‖ψ′‖²) ≤ ‖∂E‖² with constants that one can evaluate.
// INNA, Theorem 2.10.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/claim/unknowns.hpp"
#include "verigrad/theorem/inertial_newton/power_function.hpp"

namespace verigrad::inertial_newton_rate {

const Statement& statement();

/// The solution θ = 0, ψ′ = −ψ/β of (2.8) for J(θ) = |θ|, at a time when |ψ| ≤ β²: the subgradient that it takes is
/// −ψ/β², and not the one nearest to 0.
struct KinkInstance {
  double alpha, beta, psi;

  bool rational() const { return true; }
  std::string describe() const;
};
/// α, β > 0 and |ψ| ≤ β².
bool hypotheses_hold(const KinkInstance& instance);

/// α = β = 1 and ψ = ½.
inline constexpr KinkInstance resting_at_kink{.alpha = 1, .beta = 1, .psi = 0.5};

/// The solution for J(θ) = (|θ| − 1)₊², α = 0: it passes [−1, 1] with constant speed, and each contact with a wall
/// turns it round and multiplies its speed by e^(−βπ/√(2 − β²)), which is e^−π for the β = 1 taken here.
struct WallsInstance {
  double speed;
  int passes;

  bool rational() const { return false; }
  std::string describe() const;
};

/// (i) and (ii) of Theorem 2.8 for all α, β > 0 and all states, from the chain rule.
Forms<Unknowns> general_conclusions();
/// (ii) at v′ = 0, also where ⟨v, θ′⟩ ≠ 0: false.
Form<Unknowns> without_chain_rule();
/// The displayed lines for the subgradient that the solution takes, and what the proof leaves out.
Lines<Unknowns> general_lines();
/// (2.34), the value of c₁, and that the motion inside a wall solves (2.8) for β = 1, α = 0.
Forms<Unknowns> further_steps();
/// What replaces the errata, for all states.
Forms<Unknowns> general_corrected();

/// (i) with the best c₁, which a state attains for all α, β > 0; (2.35), which eigenvectors attain; and that 17/16 c₂²
/// is too much for each α, β.
Form<Unknowns> best_assumption();
Forms<Unknowns> claim_sharp();
/// The rate of J is attained on the way to a local maximum of J.
Form<Unknowns> value_attained();
/// ‖∇E‖² ≥ 4 det/tr E for J(θ) = kθ²/2: exponent ½, any ρ² > tr/det, det = (1 + αβ)k/β²,
/// tr = (1 + αβ)k + (α − 1/β)² + 1/β².
Form<Unknowns> quadratic_exponent();

/// As printed, with ‖∂·‖ = dist(0, ∂·), and corrected.
Lines<KinkInstance> kink_lines();
/// As printed, with α = 0: |θ(tₖ) − θ(tₖ₋₁)| ≤ 1 for the last pass, as it must become if θ converges.
Lines<WallsInstance> walls_lines();

/// The solution Ae^(−pt) + Be^(−qt) for J(θ) = kθ²/2, k = pq, α = p + q − βpq, when e^−t = u.
struct OverdampedInstance {
  int p, q;
  double beta, A, B, u;

  bool rational() const { return false; }
  std::string describe() const;
};
/// α, β > 0, p ≠ q, 0 < u < 1, and not at rest.
bool flow_hypotheses_hold(const OverdampedInstance& instance);
/// E(t) < E(0)e^{−κt}, κ = 4c₁/ρ², ‖(θ, ψ)‖² < ρ²/(c₁c₂)² E(0)e^{−κt}, J ≤ E/(4√(αβ)) and the bound of ‖w‖²; ρ² =
/// tr/det.
Form<OverdampedInstance> evaluated();
/// Wrong forms of it.
Lines<OverdampedInstance> flow_lines();

/// For αβ = 1, θ′ = −βJ′(θ), ψ = 0 solves (2.8), with w = 0 and E = 4J: the flow of J = |θ|^c from s₀^q to `at`.x =
/// s^q.
struct SlowInstance {
  PowerInstance at;
  double s0, beta;

  bool rational() const { return false; }
  std::string describe() const;
};
/// c > 2, 0 < s < s₀ ≤ 1, β > 0, ρ > 1.
bool slow_hypotheses_hold(const SlowInstance& instance);
/// E₀^{1−2a} + (2a − 1)κt < E^{1−2a}, ‖(θ, ψ)‖ < ρ/(c₁c₂) ((2a − 1)κt)^−b and J < (E₀/4)/(1 + κE₀^{2a−1}t), with
/// a = 1 − 1/c, b = 1/(c − 2) and ρ4^{−1/c} for ρ.
Form<SlowInstance> slow_rate();
/// Wrong forms of it.
Lines<SlowInstance> slow_lines();

}  // namespace verigrad::inertial_newton_rate
