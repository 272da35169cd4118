// Stochastic gradient methods, Lemma 5.6.7: the inequality of the weak solution by exact integration against polynomial
// test functions, what attains it, and what the two schemes do at the kink; planted mistakes.
#include "verigrad/theorem/absolute_value_flow.hpp"

#include "verigrad/check/examine.hpp"
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
      examined({stem, Kind::dropped, "without φ ≥ 0", Verdict::fails}, negative_test, theorem::conclusion())};
  append(checks, sampled_each(stem, Kind::planted, generate::tested_absolute_value_flow(), theorem::hypotheses_hold,
                              theorem::planted()));
  append(checks, sampled_each(stem, Kind::planted, generate::sign_scheme(), theorem::scheme_hypotheses_hold,
                              theorem::wrong_schemes()));
  return checks;
}

std::vector<Check> absolute_value_flow_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::properties
