// Stochastic gradient methods, Lemma 5.6.7: the inequality of the weak solution by exact integration against polynomial
// test functions, what attains it, and what the two schemes do at the kink; planted mistakes.
#include "verigrad/theorem/absolute_value_flow.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/number/polynomial_integral.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/sample.hpp"
#include "verigrad/sampling/weak_flows.hpp"

namespace verigrad::properties {
namespace {

namespace theorem = absolute_value_flow;
using theorem::Scheme;
using theorem::TestedFlow;

constexpr const char* stem = "absolute_value_flow";

/// y on the other side of 0: −φ turns the inequality round.
constexpr TestedFlow negative_test{.w0 = 1, .y = -1, .T = 1, .p = 1, .q = 0, .negative = true};

/// w = 0, y = 4, and φ that jumps from 0 to (2 − t)² at t = 1: its derivative there is missing from the integral.
struct JumpingTest {
  bool rational() const { return true; }
  std::string describe() const { return "w₀ = 0, y = 4, φ = 0 on [0, 1[, (2 − t)² on [1, 2]"; }
};
constexpr auto with_jump = []<class T>(const JumpingTest&, Claims<T>& claims) {
  const T y(4);
  const auto integrand = [&](const T& t) { return -(square(y) * (T(2) - t)) + magnitude<T>(y) * square(T(T(2) - t)); };
  claims.at_most("0 ≤ ∫ [|w − y|²/2 φ′ + (|y| − |w|)φ] dt + |w₀ − y|²/2 φ(0)", T(0),
                 polynomial_integral<T>(integrand, T(1), T(2)));
};

}  // namespace

std::vector<Check> absolute_value_flow() {
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, generate::tested_absolute_value_flow(), theorem::hypotheses_hold,
              theorem::conclusion()),
      sampled({stem, Kind::conclusion, "explicit and implicit scheme"}, generate::sign_scheme(),
              theorem::scheme_hypotheses_hold, theorem::schemes()),
      examined({stem, Kind::sharp, "w and y on one side"}, TestedFlow{2, 3, 1, 1, 1}, theorem::attained()),
      examined({stem, Kind::sharp, "the explicit scheme is off by Δt"}, Scheme{2, 1, 1, 3}, theorem::off_by_dt()),
      examined({stem, Kind::conclusion, "the explicit scheme does not come to rest"}, Scheme{1.25, 1, 0, 9},
               theorem::oscillates()),
      examined({stem, Kind::dropped, "without φ ≥ 0", Verdict::fails}, negative_test, theorem::conclusion()),
      examined({stem, Kind::dropped, "without a continuous φ", Verdict::fails}, JumpingTest{}, with_jump)};
  append(checks, sampled_each(stem, Kind::planted, generate::tested_absolute_value_flow(), theorem::hypotheses_hold,
                              theorem::planted()));
  append(checks, sampled_each(stem, Kind::planted, generate::sign_scheme(), theorem::scheme_hypotheses_hold,
                              theorem::wrong_schemes()));
  return checks;
}

std::vector<Check> absolute_value_flow_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::properties
