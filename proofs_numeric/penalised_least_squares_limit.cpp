// Mathematical Foundations of Data Sciences, Proposition 44: the lines of the proof, a lost square, and the hypothesis
// that its last line needs.
#include "verigrad/theorem/penalised_least_squares_limit.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/regularised.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::proofs_numeric {
namespace {

namespace theorem = penalised_least_squares_limit;
using theorem::LimitInstance;

constexpr const char* stem = "penalised_least_squares_limit";

/// A = 1, y = ½, R = |x|, λ = ¼: x_λ = ¼.
LimitInstance counterexample(const std::string&) {
  const Vector<double> one = Vector<double>::Ones(1);
  return {LimitInstance::Penalty::one_norm, Matrix<double>::Ones(1, 1), one, one, 0.5 * one, one, 0.25, 0};
}

/// R = 1 on (0, 1], R(0) = 2, R(x) = 2 + |x| elsewhere; A = y = 0, x_k = 1/(k + 1).
struct Jump {
  bool rational() const { return true; }
  std::string describe() const { return "A = y = 0, R = 1 on (0, 1], 2 at 0, 2 + |x| elsewhere, x_k = 1/(k + 1) → 0"; }
  template <class T>
  static T penalty(const T& x) {
    const bool low = certainly_less(T(0), x) && certainly_at_most(x, T(1));
    return low ? T(1) : T(T(2) + magnitude<T>(x));
  }
};

Check no_semicontinuity() {
  return examined(check_of(stem, Kind::erratum, "no semicontinuity"), Jump{},
                  []<class T>(const Jump&, Claims<T>& claims) {
                    const T x0 = frac<T>(1, 2);
                    for (int k = 0; k < 8; ++k)
                      claims.at_most("R(x_k) ≤ R(x₀)", Jump::penalty<T>(frac<T>(1, k + 1)), Jump::penalty<T>(x0), k);
                    claims.at_most("R(x*) ≤ R(x₀)", Jump::penalty<T>(T(0)), Jump::penalty<T>(x0));
                  });
}

}  // namespace

std::vector<Check> penalised_least_squares_limit() {
  std::vector<Check> checks =
      sampled_each(stem, Kind::step, generate::limit(), theorem::hypotheses_hold, theorem::steps());
  append(checks, examined_each(stem, Kind::erratum, theorem::errata(), counterexample));
  checks.push_back(no_semicontinuity());
  checks.push_back(as_conclusion(checks.back()));
  append(checks,
         sampled_each(stem, Kind::corrected, generate::limit(), theorem::hypotheses_hold, theorem::corrected()));
  return checks;
}

std::vector<Check> penalised_least_squares_limit_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::proofs_numeric
