// Stochastic gradient methods, (5.25): the discrete ADAM system, its positive D, hypotheses dropped, planted mistakes.
#include "verigrad/theorem/adam_system_discrete.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/sampling/optimisers.hpp"

namespace verigrad::properties {
namespace {

namespace theorem = adam_system_discrete;

constexpr const char* stem = "adam_system_discrete";

OptimiserInstance from(double v0, const std::vector<double>& gradients) {
  OptimiserInstance i = along(gradients);
  i.v0 = v0;
  return i;
}

/// Z = −g and D = g² along g = −3.
OptimiserInstance at_rest() {
  OptimiserInstance i = from(9, {-3, -3, -3});
  i.m0 = -3;
  return i;
}

}  // namespace

std::vector<Check> adam_system_discrete() {
  OptimiserInstance long_step = from(1, {0});
  long_step.beta2 = -1;
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, generate::adaptive(false), theorem::hypotheses_hold,
              theorem::conclusion()),
      examined({stem, Kind::sharp, "D decays like (1 − Δt/ε₂)ⁿ without a gradient"}, from(1, {0}),
               theorem::decay_attained()),
      examined({stem, Kind::sharp, "Z = −∇J, D = ∇J²: each step is Δt sign(∇J)"}, at_rest(), theorem::stationary()),
      examined({stem, Kind::dropped, "without Δt < ε₂ (Δt = 2ε₂), D turns negative", Verdict::fails}, long_step,
               theorem::d_stays_positive()),
      examined({stem, Kind::dropped, "without D⁰ > 0, W¹ divides by 0", Verdict::fails}, along({1}),
               theorem::d_stays_positive())};
  append(checks, sampled_each(stem, Kind::planted, generate::adaptive_along(false), theorem::hypotheses_hold,
                              theorem::planted()));
  return checks;
}

std::vector<Check> adam_system_discrete_on(const ObjectivePtr& f) {
  if (!f->rational()) return {};
  return {sampled({stem, Kind::conclusion, "as printed"}, generate::adaptive_on(rc::gen::just(f), false, 2),
                  theorem::hypotheses_hold, theorem::conclusion())};
}

}  // namespace verigrad::properties
