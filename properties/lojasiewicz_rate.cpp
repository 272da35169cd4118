// INNA, Theorem 2.8: the rates on gradient flows of powers, which are known exactly and attain them; every hypothesis
// dropped; planted mistakes.
#include "verigrad/theorem/lojasiewicz_rate.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/check/prove.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/power_functions.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::properties {

std::vector<Check> lojasiewicz_rate() {
  namespace theorem = verigrad::lojasiewicz_rate;
  constexpr const char* stem = "lojasiewicz_rate";
  const auto with_unit_constant = rc::gen::map(generate::slow_power_flow(), [](theorem::PowerFlow flow) {
    flow.at.rho = 1;
    return flow;
  });
  const auto finite = rc::gen::map(generate::fast_power_flow(), [](theorem::PowerFlow flow) {
    if (flow.at.p == 2 * flow.at.q) flow.at.q += 1;
    return flow;
  });
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "a > 1/2"}, generate::slow_power_flow(), theorem::hypotheses_hold,
              theorem::conclusion()),
      sampled({stem, Kind::conclusion, "a ≤ 1/2: linear rate"}, generate::fast_power_flow(), theorem::hypotheses_hold,
              theorem::linear_rate()),
      sampled({stem, Kind::conclusion, "a < 1/2: finite time"}, finite, theorem::hypotheses_hold,
              theorem::finite_time()),
      sampled({stem, Kind::sharp, "equality for ρ = 1"}, with_unit_constant, theorem::is_valid, theorem::attained()),
      examined({stem, Kind::dropped, "without ρ > 1", Verdict::fails}, theorem::PowerFlow{{4, 1, 0.5}, 1},
               theorem::conclusion()),
      examined({stem, Kind::dropped, "X is not bounded: G = 1/x", Verdict::fails}, theorem::OtherFlow{128, 1000},
               theorem::unbounded()),
      examined({stem, Kind::dropped, "without (ii): G = 0 on a circle", Verdict::fails}, theorem::OtherFlow{1, 1},
               theorem::circle()),
      examined({stem, Kind::dropped, "without (i): G = x₁ on a circle", Verdict::fails}, theorem::OtherFlow{1, 1},
               theorem::circle_values())};
  append(checks,
         sampled_each(stem, Kind::planted, generate::slow_power_flow(), theorem::hypotheses_hold, theorem::planted()));
  append(checks, proved_each(stem, Kind::planted, theorem::general_planted()));
  return checks;
}

std::vector<Check> lojasiewicz_rate_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::properties
