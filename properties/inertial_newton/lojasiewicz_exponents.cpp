// INNA, Lemma 2.7: the exponent 1 − 1/c of |t|^c, what attains the inequality, other exponents, a function without one,
// the time that flows take; planted mistakes.
#include "verigrad/theorem/inertial_newton/lojasiewicz_exponents.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/power_functions.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::lojasiewicz_exponents::properties {
namespace {

struct Case {
  std::string words;

  bool rational() const { return true; }
  std::string describe() const { return words; }
};

/// |t|: the formula's a = 0 is not in (0, 1), but a = 1/2 with ρ = 1 does for |t| < 1/4; at t = s².
void first_power(const Case&, Claims& claims) {
  Number s = frac(1, 2);
  for (int k = 2; k <= 12; ++k) {
    s = frac(1, 2) * s;
    claims.less("1 < ρ(1 − a)G^{−a}|G′|, a = 1/2", 1, frac(1, 2) / s, k);
  }
}
void first_power_by_formula(const Case&, Claims& claims) { claims.less("0 < a = 1 − 1/c", 0, 1 - Number(1)); }

/// G = (y/x)² is 0 on K = {y = 0, x ≥ 1}. At y = 1/8, |∇G|² = (2y/x²)² + (2y²/x³)², and with ρ = 64, both sides
/// squared:
void unbounded_zeros(const Case&, Claims& claims) {
  const Number y = frac(1, 8);
  Number x(1);
  for (int k = 0; k <= 12; ++k) {
    const Number slope2 = square(Number(2 * y / square(x))) + square(Number(2 * square(y) / (square(x) * x))),
                 g = y / x;
    claims.less("1 < ρ(1 − a)G^{−a}|∇G|, a = 1/2, x = 2ᵏ", 1, square(Number(32)) * slope2 / square(g), k);
    claims.less("1 < ρ(1 − a)G^{−a}|∇G|, a = 3/4, x = 2ᵏ", 1, square(Number(16)) * slope2 / (square(g) * g), k);
    x = 2 * x;
  }
}

}  // namespace

std::vector<Check> checks() {
  namespace theorem = verigrad::lojasiewicz_exponents;
  constexpr const char* stem = "lojasiewicz_exponents";
  const auto with_unit_constant = rc::gen::map(generate::power_function(), [](PowerFunction instance) {
    instance.rho = 1;
    return instance;
  });
  const auto arrivals = rc::gen::map(rc::gen::tuple(rc::gen::element(1, 2, 3), rc::gen::element(1, 2, 3),
                                                    rc::gen::element(1, 2), rc::gen::element(1, 4, 8, 12, 15, 16)),
                                     [](const std::tuple<int, int, int, int>& draw) {
                                       const auto& [less, more, rest, sixteenths] = draw;
                                       const int q = less + more + rest;
                                       return theorem::Arrivals{q + less, q + less + more, q, sixteenths / 16.0};
                                     });
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "a = 1 − 1/c for |t|^c, any ρ > 1"}, generate::power_function(),
              theorem::hypotheses_hold, theorem::conclusion()),
      sampled({stem, Kind::conclusion, "larger a, near 0"}, generate::power_function(true), theorem::larger_exponent,
              theorem::conclusion()),
      sampled({stem, Kind::sharp, "equality for ρ = 1"}, with_unit_constant, is_valid, theorem::attained()),
      examined({stem, Kind::dropped, "without ρ > 1", Verdict::fails}, PowerFunction{2, 1, 0.5}, theorem::conclusion()),
      examined({stem, Kind::dropped, "with a smaller a", Verdict::fails}, PowerFunction{3, 1, 1.0 / 64, 8, -1},
               theorem::conclusion()),
      examined({stem, Kind::dropped, "G = e^{−1/t²}, not semi-algebraic", Verdict::fails},
               theorem::FlatAt{1.0 / 8, 0.75, 16}, theorem::flat_function()),
      examined({stem, Kind::dropped, "without c > 1: a = 1 − 1/c is 0 for |t|", Verdict::fails}, Case{"G = |t|, c = 1"},
               first_power_by_formula),
      examined({stem, Kind::dropped, "without c > 1: a = 1/2 does for |t|"}, Case{"G = |t| at t = s², s = 2⁻ᵏ, ρ = 1"},
               first_power),
      examined({stem, Kind::dropped, "without compact K: (y/x)² on x ≥ 1", Verdict::fails},
               Case{"G = (y/x)², K = {y = 0, x ≥ 1}, y = 1/8, ρ = 64"}, unbounded_zeros),
      examined({stem, Kind::conclusion, "c = 3 is faster than c = 4 in the end"}, theorem::TwoPowers{3, 4, 0.5},
               theorem::smaller_is_faster()),
      examined({stem, Kind::dropped, "c = 3 is faster than c = 4 at first", Verdict::fails},
               theorem::TwoPowers{3, 4, 0.875}, theorem::smaller_is_faster()),
      sampled({stem, Kind::conclusion, "c < c′ < 2: c arrives first"}, arrivals, theorem::arrive_from_near,
              theorem::smaller_arrives_first()),
      examined({stem, Kind::dropped, "c = 5/4 arrives before c = 3/2 from 16", Verdict::fails},
               theorem::Arrivals{5, 6, 4, 2}, theorem::smaller_arrives_first())};
  append(checks, sampled_each(stem, Kind::planted, generate::power_function(), theorem::hypotheses_hold,
                              theorem::planted(), {PowerFunction{3, 2, 0.5625, 1.0625}}));
  return checks;
}

}  // namespace verigrad::lojasiewicz_exponents::properties
