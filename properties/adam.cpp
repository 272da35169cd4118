// Thesis, (1.32): ADAM without bias correction along given gradients and on objectives, planted mistakes.
#include "verigrad/theorem/adam.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/sampling/optimisers.hpp"

namespace verigrad::properties {
namespace {

namespace theorem = adam;

constexpr const char* stem = "adam";

rc::Gen<OptimiserInstance> runs() {
  return rc::gen::oneOf(generate::exact_roots(true), generate::adaptive_along(true),
                        generate::adaptive_on(generate::strongly_convex_quadratic(), true, 3));
}

OptimiserInstance along(std::vector<double> gradients, double epsilon) {
  OptimiserInstance i{
      .f = {}, .gradients = {}, .theta0 = Vector<double>::Zero(1), .n = int(gradients.size()), .alpha = 1};
  for (const double g : gradients) i.gradients.push_back(Vector<double>::Constant(1, g));
  i.beta1 = 0.5;
  i.beta2 = 0.75;
  i.epsilon = epsilon;
  return i;
}

/// gⱼ = (β₂/β₁)ʲ for β₁ = 1/2, β₂ = 3/4.
OptimiserInstance growing() {
  OptimiserInstance i = along({1, 1.5, 2.25, 3.375}, 0.5);
  i.exact_roots = false;
  return i;
}

/// v of one gradient 1.
constexpr auto v_is_not_negative = []<class T>(const OptimiserInstance& i, Claims<T>& claims) {
  claims.at_most("0 ≤ v₀ = (1 − β₂)g²", T(0), (T(1) - exact<T>(i.beta2)) * square(exact<T>(i.gradients.front()[0])));
};

OptimiserInstance beta2_beyond_1() {
  OptimiserInstance i = along({1}, 0.5);
  i.beta2 = 2;
  return i;
}

}  // namespace

std::vector<Check> adam() {
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, runs(), theorem::hypotheses_hold, theorem::conclusion()),
      examined({stem, Kind::sharp, "m² = Cv for gradients that grow by β₂/β₁"}, growing(), theorem::bound_attained()),
      examined({stem, Kind::dropped, "without β₂ ≤ 1, v has no root", Verdict::fails}, beta2_beyond_1(),
               v_is_not_negative),
      examined({stem, Kind::dropped, "without ε > 0 a zero gradient divides by 0", Verdict::fails}, along({0}, 0),
               theorem::divisible())};
  append(checks, sampled_each(stem, Kind::planted, generate::adaptive_along(true), theorem::hypotheses_hold,
                              theorem::planted()));
  return checks;
}

std::vector<Check> adam_on(const ObjectivePtr& f) {
  if (!f->rational()) return {};
  return {sampled({stem, Kind::conclusion, "as printed"}, generate::adaptive_on(rc::gen::just(f), true, 2),
                  theorem::hypotheses_hold, theorem::conclusion())};
}

}  // namespace verigrad::properties
