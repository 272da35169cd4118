// General rate from a Kurdyka–Łojasiewicz exponent: G(X(t)) − G* = O(1/t), and the length of the way that is left.
// INNA, Theorem 2.8.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/claim/unknowns.hpp"
#include "verigrad/theorem/inertial_newton/power_function.hpp"

namespace verigrad::lojasiewicz_rate {

const Statement& statement();

/// The flow X′ = −λ(∇G + jR∇G) of G(X) = ‖X‖^(p/q) in the plane, R the quarter turn and 2j = n − 1/n, from the distance
/// s₀^q to `at`.x = s^q from 0: c₁ = λ, c₂ = 2n/(λ(n² + 1)), a = 1 − 1/c. What happens before the time t₀ is not said.
struct PowerFlowInstance {
  PowerInstance at;
  double s0;
  double turn = 1;  ///< n
  double pace = 1;  ///< λ
  double late = 0;  ///< t₀/(t − t₀)

  bool rational() const { return true; }
  std::string describe() const;
};
/// 0 < s < s₀ ≤ 1, n, λ > 0, t₀ ≥ 0, ρ ≥ 1; ρ > 1, as the inequality of Kurdyka and Łojasiewicz asks for.
bool is_valid(const PowerFlowInstance& instance);
bool hypotheses_hold(const PowerFlowInstance& instance);
/// a > 1/2, or a < 1/2.
bool slow(const PowerFlowInstance& instance);
bool fast(const PowerFlowInstance& instance);

/// a > 1/2: G₀^{1−2a} + (2a − 1)κt < G^{1−2a} and (2a − 1)κt G^{2a−1} < 1, κ = c₁/(ρ²(1 − a)²).
Form<PowerFlowInstance> conclusion();
/// Equality in the first, for ρ = 1.
Form<PowerFlowInstance> attained();
/// a ≤ 1/2: G ≤ G₀e^{−κt}.
Form<PowerFlowInstance> linear_rate();
/// a < 1/2: G^{1−2a} < G₀^{1−2a} − (1 − 2a)κt, so that G = 0 in finite time.
Form<PowerFlowInstance> finite_time();
/// Every a: G(1 + κG₀^{2a−1}t) < G₀ and tG < G₀^{2−2a}/κ.
Form<PowerFlowInstance> order_of_one_over_t();
/// a > 1/2, t₀ > 0: (2a − 1)κ(t/2)G^{2a−1} < 1 for t ≥ 2t₀; and with t for t − t₀, which is false.
Form<PowerFlowInstance> after_shift();
Form<PowerFlowInstance> without_shift();
/// Wrong rates.
Lines<PowerFlowInstance> lines();
/// |x|³, x⁴ and x² from 1/16.
std::vector<PowerFlowInstance> separating_flows();

/// a > 1/2: (2.31), ‖X − X̄‖ ≤ ∫‖X′‖ < ρ/(c₁c₂) ((2a − 1)κt)^{−(1−a)/(2a−1)}, and that the way after
/// N(ε) = (ρ/(c₁c₂ε))^{(2a−1)/(1−a)}/((2a − 1)κ) is shorter than ε.
Form<PowerFlowInstance> trajectory_rate();
/// Equality in ∫‖X′‖ ≤ ρ/(c₁c₂) (G₀^{1−2a} + (2a − 1)κt)^{−(1−a)/(2a−1)}, for ρ = 1.
Form<PowerFlowInstance> trajectory_attained();
/// a ≤ 1/2: ∫‖X′‖ ≤ ρ/(c₁c₂) (G₀e^{−κt})^{1−a}; a < 1/2: ≤ ρ/(c₁c₂) (G₀^{1−2a} − (1 − 2a)κt)^{(1−a)/(1−2a)}.
Form<PowerFlowInstance> trajectory_linear_rate();
Form<PowerFlowInstance> trajectory_finite_time();
/// Wrong forms of them, for a > 1/2 and a ≤ 1/2.
Lines<PowerFlowInstance> slow_trajectory_lines();
Lines<PowerFlowInstance> fast_trajectory_lines();
/// c₁t min‖∂G‖² ≤ G₀ − G, hence c₁t min‖∂G‖² ≤ G(X(t)) on [t, 2t]; with equality for G = ‖X‖, as it comes to 0.
Form<PowerFlowInstance> least_gradient();
Form<PowerFlowInstance> least_gradient_attained();

/// The displayed lines, for all values of what they speak of: up to the rate of G, (2.25) to (2.27), (2.28) to (2.30),
/// and from (2.31) to the rate of X.
Lines<Unknowns> derivation_lines();
Lines<Unknowns> chain_rule_lines();
Lines<Unknowns> descent_lines();
Lines<Unknowns> trajectory_lines();
/// κG₀^{2a−2} ≤ κG^{2a−2} < d/dt 1/G, which needs no cases; and the equality in (2.24).
Form<Unknowns> one_over_t();
Form<Unknowns> equality_in_24();

/// G = g^n < 1 and 2a = m/n ≤ 1.
struct SmallValueInstance {
  double g;
  int n, m;

  bool rational() const { return true; }
  std::string describe() const;
};
/// 0 < g < 1, and 0 < m ≤ n.
bool below_one(const SmallValueInstance& instance);
/// G^{2a} against G, as printed and right.
Lines<SmallValueInstance> small_value_lines();

/// Trajectories without one hypothesis, at s; `bound` is the constant of O(1/t), or a distance that must get small.
struct OtherFlowInstance {
  double s, bound;

  bool rational() const { return true; }
  std::string describe() const;
};
/// G(x) = 1/x, 3t + 1 = s³, x = s: t G ≤ bound. Not bounded.
Form<OtherFlowInstance> unbounded();
/// X goes round the circle of radius s; G = 0, where (i) holds and (ii) does not, and G(x) = x₁, where (i) does not.
Form<OtherFlowInstance> circle();
Form<OtherFlowInstance> circle_values();
/// X jumps for ever between 0 and s = 1, both critical points of G(x) = 3x² − 2x³. Not continuous.
Form<OtherFlowInstance> jumping();
/// G is linear between its values s at s, s = 2^−k, with slope s³ on the upper quarter: t G ≤ bound. Not
/// semi-algebraic.
Form<OtherFlowInstance> stairs();
/// The derivative at 0 that differentiating the program x² + relu(x) − relu(−x) − x of x² gives is 0. x(t) = e^{−2t}
/// meets (i) and (ii) with it; no closed graph.
Form<OtherFlowInstance> program_derivative();

}  // namespace verigrad::lojasiewicz_rate
