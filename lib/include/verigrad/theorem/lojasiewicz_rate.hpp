// General rate from a Kurdyka–Łojasiewicz exponent: G(X(t)) − G* = O(1/t), and the length of the way that is left.
// INNA, Theorem 2.8.
#pragma once

#include "verigrad/number/unknowns.hpp"
#include "verigrad/theorem/form.hpp"
#include "verigrad/theorem/power_function.hpp"
#include "verigrad/theorem/statement.hpp"

namespace verigrad::lojasiewicz_rate {

const Statement& statement();

/// The flow x′ = −G′(x) of G = |x|^(p/q) from s₀^q to `at`.x = s^q, where c₁ = c₂ = 1 and a = 1 − 1/c.
struct PowerFlow {
  PowerFunction at;
  double s0;

  bool rational() const { return true; }
  std::string describe() const;
};
/// 0 < s < s₀ ≤ 1, ρ ≥ 1; ρ > 1, as the inequality of Kurdyka and Łojasiewicz asks for.
bool is_valid(const PowerFlow& instance);
bool hypotheses_hold(const PowerFlow& instance);
/// a > 1/2, or a < 1/2.
bool slow(const PowerFlow& instance);
bool fast(const PowerFlow& instance);

/// a > 1/2: G₀^{1−2a} + (2a − 1)κt < G^{1−2a}, (2a − 1)κt G^{2a−1} < 1 and (2.31), κ = c₁/(ρ²(1 − a)²).
Form<PowerFlow> conclusion();
/// Equality in the first, for ρ = 1.
Form<PowerFlow> attained();
/// a ≤ 1/2: G ≤ G₀e^{−κt}.
Form<PowerFlow> linear_rate();
/// a < 1/2: G^{1−2a} < G₀^{1−2a} − (1 − 2a)κt, so that G = 0 in finite time.
Form<PowerFlow> finite_time();
Forms<PowerFlow> planted();

/// The displayed lines, for all values of what they speak of.
GeneralForms general_steps();
GeneralForms general_planted();

/// G = g^n < 1 and 2a = m/n ≤ 1.
struct SmallValue {
  double g;
  int n, m;

  bool rational() const { return true; }
  std::string describe() const;
};
bool below_one(const SmallValue& instance);
Form<SmallValue> erratum();
Form<SmallValue> corrected();

/// Trajectories without one hypothesis, at s; `bound` is the constant of O(1/t), or a distance that must get small.
struct OtherFlow {
  double s, bound;

  bool rational() const { return true; }
  std::string describe() const;
};
/// G(x) = 1/x, 3t + 1 = s³, x = s: t G ≤ bound. Not bounded.
Form<OtherFlow> unbounded();
/// X goes round the circle of radius s; G = 0, where (i) holds and (ii) does not, and G(x) = x₁, where (i) does not.
Form<OtherFlow> circle();
Form<OtherFlow> circle_values();

}  // namespace verigrad::lojasiewicz_rate
