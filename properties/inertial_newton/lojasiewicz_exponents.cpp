// INNA, Lemma 2.7: the exponent 1 − 1/c of |t|^c, what attains the inequality, other exponents, a function without one,
// the time that flows take; planted mistakes.
#include "verigrad/theorem/inertial_newton/lojasiewicz_exponents.hpp"

#include "verigrad/sampling/power_functions.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::lojasiewicz_exponents::properties {
namespace {

namespace theorem = lojasiewicz_exponents;

constexpr const char* stem = "lojasiewicz_exponents";

struct WordedInstance {
  std::string words;

  bool rational() const { return true; }
  std::string describe() const { return words; }
};

/// |t|: the formula's a = 0 is not in (0, 1), but a = 1/2 with ρ = 1 does for |t| < 1/4; at t = s².
void first_power(const WordedInstance&, Claims& claims) {
  Number s = frac(1, 2);
  for (int k = 2; k <= 12; ++k) {
    s = frac(1, 2) * s;
    claims.less("1 < ρ(1 − a)G^{−a}|G′|, a = 1/2", 1, frac(1, 2) / s, k);
  }
}
void first_power_by_formula(const WordedInstance&, Claims& claims) { claims.less("0 < a = 1 − 1/c", 0, 1 - Number(1)); }

/// G = (y/x)² is 0 on K = {y = 0, x ≥ 1}. At y = 1/8, |∇G|² = (2y/x²)² + (2y²/x³)², and with ρ = 64, both sides
/// squared:
void unbounded_zeros(const WordedInstance&, Claims& claims) {
  const Number y = frac(1, 8);
  Number x(1);
  for (int k = 0; k <= 12; ++k) {
    const Number slope2 = square(2 * y / square(x)) + square(2 * square(y) / (square(x) * x)), g = y / x;
    claims.less("1 < ρ(1 − a)G^{−a}|∇G|, a = 1/2, x = 2ᵏ", 1, square(Number(32)) * slope2 / square(g), k);
    claims.less("1 < ρ(1 − a)G^{−a}|∇G|, a = 3/4, x = 2ᵏ", 1, square(Number(16)) * slope2 / (square(g) * g), k);
    x = 2 * x;
  }
}

constexpr auto fails = [](const char* name, const auto& instance, const auto& form) {
  return examined({stem, Kind::dropped, name, Verdict::fails}, instance, form);
};

}  // namespace

std::vector<Check> checks() {
  const auto with_unit_constant = gen::map(generate::power_function(), [](PowerInstance instance) {
    instance.rho = 1;
    return instance;
  });
  const auto arrivals = gen::apply(
      [](int less, int more, int rest, int sixteenths) {
        const int q = less + more + rest;
        return theorem::ArrivalsInstance{q + less, q + less + more, q, sixteenths / 16.0};
      },
      gen::element(1, 2, 3), gen::element(1, 2, 3), gen::element(1, 2), gen::element(1, 4, 8, 12, 15, 16));
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "a = 1 − 1/c for |t|^c, any ρ > 1"}, generate::power_function(),
              theorem::hypotheses_hold, theorem::conclusion()),
      sampled({stem, Kind::conclusion, "larger a, near 0"}, generate::power_function(true), theorem::larger_exponent,
              theorem::conclusion()),
      sampled({stem, Kind::sharp, "equality for ρ = 1"}, with_unit_constant, is_valid, theorem::attained()),
      fails("without ρ > 1", PowerInstance{2, 1, 0.5}, theorem::conclusion()),
      fails("with a smaller a", PowerInstance{3, 1, 1.0 / 64, 8, -1}, theorem::conclusion()),
      fails("G = e^{−1/t²}, not semi-algebraic (by formula)", theorem::FlatInstance{1.0 / 8, 0.75, 16},
            theorem::flat_function()),
      fails("without c > 1: a = 1 − 1/c is 0 for |t| (by formula)", WordedInstance{"G = |t|, c = 1"},
            first_power_by_formula),
      examined({stem, Kind::dropped, "without c > 1: a = 1/2 does for |t| (by formula)"},
               WordedInstance{"G = |t| at t = s², s = 2⁻ᵏ, ρ = 1"}, first_power),
      fails("without compact K: (y/x)² on x ≥ 1 (by formula)",
            WordedInstance{"G = (y/x)², K = {y = 0, x ≥ 1}, y = 1/8, ρ = 64"}, unbounded_zeros),
      examined({stem, Kind::conclusion, "c = 3 is faster than c = 4 in the end"}, theorem::TwoPowersInstance{3, 4, 0.5},
               theorem::smaller_is_faster()),
      fails("c = 3 is faster than c = 4 at first", theorem::TwoPowersInstance{3, 4, 0.875},
            theorem::smaller_is_faster()),
      sampled({stem, Kind::conclusion, "c < c′ < 2: c arrives first"}, arrivals, theorem::arrive_from_near,
              theorem::smaller_arrives_first()),
      fails("c = 5/4 arrives before c = 3/2 from 16", theorem::ArrivalsInstance{5, 6, 4, 2},
            theorem::smaller_arrives_first())};
  append(checks, planted_checks(stem, generate::power_function(), theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

}  // namespace verigrad::lojasiewicz_exponents::properties
