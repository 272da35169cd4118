// Stochastic gradient methods, (5.26): the second line as printed has no root on one side and is not (5.25); planted
// mistakes.
#include "verigrad/theorem/adam_system_weights.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/sampling/optimisers.hpp"

namespace verigrad::properties {
namespace {

namespace theorem = adam_system_weights;

constexpr const char* stem = "adam_system_weights";

rc::Gen<OptimiserInstance> runs() {
  return rc::gen::oneOf(generate::exact_roots(false), generate::adaptive_along(false));
}

OptimiserInstance from_v_1(const std::vector<double>& gradients) {
  OptimiserInstance i = along(gradients);
  i.v0 = 1;
  return i;
}

}  // namespace

std::vector<Check> adam_system_weights() {
  OptimiserInstance long_step = from_v_1({3});
  long_step.beta2 = -1;
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "with its hat, the second line of (5.25)"}, runs(), theorem::hypotheses_hold,
              theorem::corrected().front()),
      examined({stem, Kind::dropped, "without the hat, V̂² has no root along −1, 0", Verdict::fails}, from_v_1({-1, 0}),
               theorem::printed_v_hat_has_a_root())};
  for (const auto& forms : {theorem::steps(), theorem::corrected()})
    for (const Form<OptimiserInstance>& form : forms)
      checks.push_back(
          examined({stem, Kind::dropped, "without Δt < ε₂ (Δt = 2ε₂), still (5.25): " + form.key}, long_step, form));
  append(checks, sampled_each(stem, Kind::planted, generate::adaptive_along(false), theorem::hypotheses_hold,
                              theorem::planted()));
  return checks;
}

std::vector<Check> adam_system_weights_on(const ObjectivePtr& f) {
  if (!f->rational()) return {};
  return {sampled({stem, Kind::conclusion, "with its hat, the second line of (5.25)"},
                  generate::adaptive_on(rc::gen::just(f), false, 2), theorem::hypotheses_hold,
                  theorem::corrected().front())};
}

}  // namespace verigrad::properties
