// Stochastic gradient methods, (5.25): the discrete ADAM system, its positive D, hypotheses dropped, planted mistakes.
#include "verigrad/theorem/adaptive/adam_system_discrete.hpp"

#include "verigrad/number/select.hpp"
#include "verigrad/sampling/optimisers.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::adam_system_discrete::properties {
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

/// Every line, and what follows of it, on one instance that lacks a hypothesis they do not need.
std::vector<Check> still_holds(const std::string& without, const OptimiserInstance& instance,
                               const Forms<OptimiserInstance>& forms) {
  std::vector<Check> checks;
  for (const Form<OptimiserInstance>& form : forms)
    checks.push_back(examined({stem, Kind::dropped, without + ": " + form.key}, instance, form));
  return checks;
}

/// Z¹ is a mean of Z⁰ and −∇J.
void z_is_a_mean(const OptimiserInstance& i, Claims& claims) {
  const OptimiserRecord r = record(Optimiser::adam_system, i);
  claims.at_most("|Z¹| ≤ max(|Z⁰|, |∇J|)", magnitude(r.m[1][0]),
                 larger(magnitude(r.m[0][0]), magnitude(r.gradient[0][0])));
}

std::vector<Check> without_step_sizes() {
  OptimiserInstance beyond_eps1 = from(1, {3, 0, -3}), backward = from(1, {2});
  backward.beta2 = 2;
  beyond_eps1.beta1 = -3;
  beyond_eps1.m0 = 2;
  beyond_eps1.exact_roots = false;
  backward.beta1 = 2;
  backward.alpha = -1;
  Forms<OptimiserInstance> lines = theorem::lines().step_forms();
  lines.push_back(theorem::conclusion());
  std::vector<Check> checks{
      examined({stem, Kind::dropped, "without Δt < ε₁ (Δt = 4ε₁), Z leaves the range of the gradients", Verdict::fails},
               beyond_eps1, z_is_a_mean),
      examined({stem, Kind::dropped, "without Δt > 0 (Δt = −1), D turns negative (by formula)", Verdict::fails},
               backward, theorem::d_stays_positive())};
  append(checks, still_holds("without Δt < ε₁ (Δt = 4ε₁)", beyond_eps1, lines));
  append(checks, still_holds("without Δt > 0 (Δt = −1)", backward, {theorem::conclusion(), lines.front()}));
  return checks;
}

}  // namespace

std::vector<Check> checks() {
  OptimiserInstance long_step = from(1, {0});
  long_step.beta2 = -1;
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, generate::adaptive(false), theorem::hypotheses_hold,
              theorem::conclusion()),
      examined({stem, Kind::sharp, "D decays like (1 − Δt/ε₂)ⁿ without a gradient"}, from(1, {0}),
               theorem::decay_attained()),
      examined({stem, Kind::sharp, "Z = −∇J, D = ∇J²: each step is Δt sign(∇J)"}, at_rest(), theorem::stationary()),
      examined({stem, Kind::dropped, "without Δt < ε₂ (Δt = 2ε₂), D turns negative (by formula)", Verdict::fails},
               long_step, theorem::d_stays_positive()),
      examined({stem, Kind::dropped, "without D⁰ > 0, W¹ divides by 0 (by formula)", Verdict::fails}, along({1}),
               theorem::d_stays_positive())};
  append(checks, without_step_sizes());
  append(checks, planted_checks(stem, generate::adaptive_along(false), theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (!f->rational()) return {};
  return {sampled({stem, Kind::conclusion, "as printed"}, generate::adaptive_on(gen::just(f), false, 2),
                  theorem::hypotheses_hold, theorem::conclusion())};
}

}  // namespace verigrad::adam_system_discrete::properties
