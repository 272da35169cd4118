// Stochastic gradient methods, (5.25): the discrete ADAM system, its positive D, hypotheses dropped, planted mistakes.
#include "verigrad/theorem/adam_system_discrete.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/sampling/optimisers.hpp"

namespace verigrad::properties {
namespace {

namespace theorem = adam_system_discrete;

constexpr const char* stem = "adam_system_discrete";

rc::Gen<OptimiserInstance> runs() {
  return rc::gen::oneOf(generate::exact_roots(false), generate::adaptive_along(false),
                        generate::adaptive_on(generate::strongly_convex_quadratic(), false, 3));
}

OptimiserInstance along(std::vector<double> gradients, double beta2, double v0) {
  OptimiserInstance i{
      .f = {}, .gradients = {}, .theta0 = Vector<double>::Zero(1), .n = int(gradients.size()), .alpha = 1};
  for (const double g : gradients) i.gradients.push_back(Vector<double>::Constant(1, g));
  i.beta1 = 0.5;
  i.beta2 = beta2;
  i.v0 = v0;
  return i;
}

/// Z = −g and D = g² along g = −3.
OptimiserInstance at_rest() {
  OptimiserInstance i = along({-3, -3, -3}, 0.75, 9);
  i.m0 = -3;
  return i;
}

}  // namespace

std::vector<Check> adam_system_discrete() {
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, runs(), theorem::hypotheses_hold, theorem::conclusion()),
      examined({stem, Kind::sharp, "D decays like (1 − Δt/ε₂)ⁿ without a gradient"}, along({0}, 0.75, 1),
               theorem::decay_attained()),
      examined({stem, Kind::sharp, "Z = −∇J, D = ∇J²: each step is Δt sign(∇J)"}, at_rest(), theorem::stationary()),
      examined({stem, Kind::dropped, "without Δt < ε₂ (Δt = 2ε₂), D turns negative", Verdict::fails}, along({0}, -1, 1),
               theorem::d_stays_positive()),
      examined({stem, Kind::dropped, "without D⁰ > 0, W¹ divides by 0", Verdict::fails}, along({1}, 0.75, 0),
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
