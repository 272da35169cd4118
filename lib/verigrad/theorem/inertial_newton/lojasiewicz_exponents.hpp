// Kurdyka–Łojasiewicz exponents: ρ(1 − a)(G − G*)^{−a} dist(0, ∂G) > 1 for |t|^c, with a = 1 − 1/c and any ρ > 1.
// INNA, Lemma 2.7 and section 2.5.3.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/inertial_newton/power_function.hpp"

namespace verigrad::lojasiewicz_exponents {

const Statement& statement();

/// a = 1 − 1/c and ρ > 1.
bool hypotheses_hold(const PowerInstance& instance);
/// A larger a < 1, ρ > 1, and s^m ≤ 1 − m/q: near enough to 0.
bool larger_exponent(const PowerInstance& instance);

/// (2.22) at x.
Form<PowerInstance> conclusion();
/// (2.22) with equality: ρ = 1.
Form<PowerInstance> attained();
/// Wrong forms of it.
Lines<PowerInstance> lines();

/// The flow of |t|^c from G = 1 takes the time (g^{2/c − 1} − 1)/(c(c − 2)) until G = g = s^(p p′): of two exponents
/// c = p < p′ the smaller one is there first.
struct TwoPowersInstance {
  int p, larger_p;
  double s;

  bool rational() const { return true; }
  std::string describe() const;
};
/// The time to G = g is shorter for p than for p′.
Form<TwoPowersInstance> smaller_is_faster();

/// The flow of |t|^c, c = p/q < 2, from s^q is at 0 after the time s^(2q − p)/(c(2 − c)): of c < c′ the smaller one is
/// there first, when it starts in [0, 1].
struct ArrivalsInstance {
  int p, larger_p, q;
  double s;

  bool rational() const { return true; }
  std::string describe() const;
};
/// q < p < p′ < 2q, 0 < s ≤ 1.
bool arrive_from_near(const ArrivalsInstance& instance);
Form<ArrivalsInstance> smaller_arrives_first();

/// The function, or the distance, that has no exponent: G(t) = e^{−1/t²}, and d(u, v) = |φ(u) − φ(v)| with
/// φ(u) = sign(u) e^{−1/|u|} for G(t) = t².
struct FlatInstance {
  double t, a, rho;

  bool rational() const { return false; }
  std::string describe() const;
};
/// The inequality with these a and ρ at t.
Form<FlatInstance> flat_function();
/// The erratum that any distance will do, in whose place conclusion() stands.
Lines<FlatInstance> flat_lines();

}  // namespace verigrad::lojasiewicz_exponents
