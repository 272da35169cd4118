// Stochastic gradient methods, (5.27): the published ADAM that it should be, its bias, hypotheses dropped, planted
// mistakes.
#include "verigrad/theorem/adaptive/adam_rescaled.hpp"

#include "verigrad/number/power.hpp"
#include "verigrad/sampling/optimisers.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::adam_rescaled::properties {
namespace {

namespace theorem = adam_rescaled;

constexpr const char* stem = "adam_rescaled";

Gen<OptimiserInstance> runs() {
  return gen::oneOf(generate::adaptive_along(true),
                    generate::adaptive_on(generate::strongly_convex_quadratic(), true, 3));
}

OptimiserInstance from(double m0, const std::vector<double>& gradients) {
  OptimiserInstance i = along(gradients, 0.5);
  i.m0 = m0;
  i.exact_roots = false;
  return i;
}

/// V = 1, 2, 10/3 and V̂ = 1, 4, 12 along 1, 3.
OptimiserInstance with_roots() {
  OptimiserInstance i = along({1, 3});
  i.m0 = i.v0 = 1;
  return i;
}

/// β₁ of the instance.
void weights_add_up(const OptimiserInstance& i, Claims& claims) { claims.less("0 < 1 − β₁", 0, 1 - exact(i.beta1)); }

/// v̂ₖ = g² along a constant gradient.
void v_has_no_bias(const OptimiserInstance& i, Claims& claims) {
  const OptimiserRecord r = record(Optimiser::adam, i);
  for (int k = 1; k <= i.n; ++k)
    claims.equal("vₖ/(1 − β₂ᵏ) = g²", r.v[k][0] / (1 - power(exact(i.beta2), k)), square(r.gradient[0][0]), k);
}

/// θ¹ − θ⁰ and the first gradient.
void first_step_descends(const OptimiserInstance& i, Claims& claims) {
  const OptimiserRecord r = record(Optimiser::adam, i);
  claims.at_most("⟨g, θ¹ − θ⁰⟩ ≤ 0", r.gradient[0][0] * (r.theta[1][0] - r.theta[0][0]), 0);
}

std::vector<Check> dropped_signs() {
  OptimiserInstance ascent = from(0, {1, -2}), without_epsilon = from(0, {0}), biased_v = from(0, {3, 3});
  ascent.alpha = -1;
  without_epsilon.epsilon = 0;
  biased_v.v0 = 1;
  return {examined({stem, Kind::sharp, "the average of a constant gradient's square has no bias"}, from(0, {3, 3}),
                   v_has_no_bias),
          examined({stem, Kind::dropped, "without v = 0 at the start v̂ is biased", Verdict::fails}, biased_v,
                   v_has_no_bias),
          examined({stem, Kind::dropped, "without α > 0 (α = −1) the first step ascends", Verdict::fails}, ascent,
                   first_step_descends),
          examined({stem, Kind::dropped, "without α > 0 (α = −1) the lines hold"}, ascent, theorem::published()),
          examined({stem, Kind::dropped, "without ε > 0 a gradient 0 makes m̂/√v̂ = 0/0 (by formula)", Verdict::fails},
                   without_epsilon, theorem::printed_root())};
}

}  // namespace

std::vector<Check> checks() {
  OptimiserInstance beta1_is_1 = along({1});
  beta1_is_1.beta1 = 1;
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as published"}, runs(), theorem::hypotheses_hold, theorem::published()),
      examined({stem, Kind::conclusion, "with exponents and hats repaired"}, with_roots(), theorem::repaired()),
      examined({stem, Kind::sharp, "the average of a constant gradient has no bias"}, from(0, {3, 3, 3, 3}),
               theorem::unbiased()),
      examined({stem, Kind::dropped, "without m = 0 at the start the average is biased", Verdict::fails},
               from(1, {3, 3}), theorem::unbiased()),
      examined({stem, Kind::dropped, "without β₁ < 1, m̂ divides by 0 (by formula)", Verdict::fails}, beta1_is_1,
               weights_add_up),
      without_beta2_at_most_1(stem)};
  append(checks, dropped_signs());
  append(checks, planted_checks(stem, generate::adaptive_along(true), theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (!f->rational()) return {};
  return {sampled({stem, Kind::conclusion, "as published"}, generate::adaptive_on(gen::just(f), true, 2),
                  theorem::hypotheses_hold, theorem::published())};
}

}  // namespace verigrad::adam_rescaled::properties
