// Mathematical Foundations of Data Sciences, Proposition 44: the lines of the proof, a lost square, and the hypothesis
// that its last line needs.
#include "verigrad/theorem/regression/penalised_least_squares_limit.hpp"

#include <fmt/format.h>

#include "verigrad/check/examine.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/regularised.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::penalised_least_squares_limit::proofs_numeric {
namespace {

namespace theorem = penalised_least_squares_limit;
using theorem::LimitInstance;

constexpr const char* stem = "penalised_least_squares_limit";

/// A = 1, y = ½, R = |x|, λ = ¼: x_λ = ¼.
LimitInstance counterexample(const std::string&) {
  const Vector<double> one = Vector<double>::Ones(1);
  return {LimitInstance::Penalty::one_norm, Matrix<double>::Ones(1, 1), one, one, 0.5 * one, one, 0.25, 0};
}

/// A = y = 0, so that each x₀ solves Ax₀ = y; R = 1 on (0, 1], 2 + |x| elsewhere but at 0; x_k = 1/(k + 1) → x* = 0.
struct Jump {
  int at_zero;  ///< R(0) = 2 jumps down beside 0; R(0) = 1 is lower semicontinuous
  bool rational() const { return true; }
  std::string describe() const {
    return fmt::format("A = y = 0, R = 1 on (0, 1], {} at 0, 2 + |x| elsewhere, x_k = 1/(k + 1) → 0", at_zero);
  }
  Number penalty(const Number& x) const {
    const Number at = Number(at_zero);
    if (sign_of(x) == Sign::zero) return at;
    const bool low = certainly_less(Number(0), x) && certainly_at_most(x, Number(1));
    return low ? Number(1) : Number(2 + magnitude<Number>(x));
  }
};

Check semicontinuity(Kind kind, int at_zero) {
  return examined(check_of(stem, kind, "no semicontinuity"), Jump{at_zero}, [](const Jump& jump, Claims& claims) {
    for (int n = -3; n <= 3; ++n) {
      const Number x0 = frac(n, 2);
      for (int k = 0; k < 8; ++k) claims.at_most("R(x_k) ≤ R(x₀)", jump.penalty(frac(1, k + 1)), jump.penalty(x0), k);
      claims.at_most("R(x*) ≤ R(x₀)", jump.penalty(Number(0)), jump.penalty(x0), n);
    }
  });
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks =
      sampled_each(stem, Kind::step, generate::limit(), theorem::hypotheses_hold, theorem::steps());
  append(checks, examined_each(stem, Kind::erratum, theorem::errata(), counterexample));
  checks.push_back(semicontinuity(Kind::erratum, 2));
  checks.push_back(as_conclusion(checks.back()));
  checks.push_back(semicontinuity(Kind::corrected, 1));
  append(checks,
         sampled_each(stem, Kind::corrected, generate::limit(), theorem::hypotheses_hold, theorem::corrected()));
  return checks;
}

}  // namespace verigrad::penalised_least_squares_limit::proofs_numeric
