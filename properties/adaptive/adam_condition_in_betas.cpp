// Stochastic gradient methods, Remark 5.2.7: the condition of the energy decay in β₁ and β₂, proved and on random
// decimal fractions; the default values, and those of the text's Algorithm 8, which lie on the boundary; planted
// mistakes.
#include "verigrad/theorem/adaptive/adam_condition_in_betas.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/check/prove.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/gen.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::adam_condition_in_betas::properties {
namespace {

namespace theorem = adam_condition_in_betas;
using theorem::ParametersInstance;

constexpr const char* stem = "adam_condition_in_betas";

Gen<ParametersInstance> parameters() {
  return gen::apply(
      [](int beta1, int beta2, int dt) {
        return ParametersInstance{beta1, beta2, dt};
      },
      gen::inRange(0, 1000), gen::inRange(0, 1000), gen::inRange(1, 1000));
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      proved({stem, Kind::conclusion, "as printed, all parameters"}, theorem::general_conclusion()),
      sampled({stem, Kind::step, "on random decimal fractions"}, parameters(), theorem::hypotheses_hold,
              theorem::same_margin()),
      examined({stem, Kind::sharp, "β₁ = 0.9, β₂ = 0.6 of Algorithm 8 lie on the boundary"},
               ParametersInstance{.beta2 = 600}, theorem::boundary()),
      examined({stem, Kind::sharp, "β₂ = 0.599 is outside", Verdict::fails}, ParametersInstance{.beta2 = 599},
               theorem::condition()),
      examined({stem, Kind::dropped, "the conditions differ without β₂ < 1", Verdict::fails},
               ParametersInstance{.beta1 = 500, .beta2 = 2000}, theorem::same_answer())};
  append(checks, planted_checks(stem, theorem::general_lines()));
  append(checks, examined_each(stem, Kind::planted, theorem::lines().planted, ParametersInstance{}));
  return checks;
}

}  // namespace verigrad::adam_condition_in_betas::properties
