// Thesis, (1.31): RMSprop along given gradients and on objectives, hypotheses dropped, planted mistakes.
#include "verigrad/theorem/adaptive/rmsprop.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/sampling/optimisers.hpp"

namespace verigrad::rmsprop::properties {
namespace {

namespace theorem = rmsprop;

constexpr const char* stem = "rmsprop";

/// β = 3/4, so that β ≠ 1 − β.
OptimiserInstance one_step() {
  OptimiserInstance i = along({1}, 0.5);
  i.exact_roots = false;
  return i;
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, generate::adaptive(true), theorem::hypotheses_hold,
              theorem::conclusion()),
      examined({stem, Kind::sharp, "the first step attains the bound for ε = 0"}, along({3}),
               theorem::bound_attained()),
      without_beta2_at_most_1(stem),
      examined({stem, Kind::dropped, "without ε > 0 a zero gradient divides by 0", Verdict::fails}, along({0}),
               theorem::divisible())};
  OptimiserInstance ascent = along({1}, 0.5);
  ascent.alpha = -1;
  checks.push_back(examined({stem, Kind::dropped, "without α > 0 it goes uphill", Verdict::fails}, ascent,
                            with_key(theorem::steps(), "downhill")));
  append(checks, sampled_each(stem, Kind::planted, generate::adaptive_along(true), theorem::hypotheses_hold,
                              theorem::planted(), {one_step()}));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (!f->rational()) return {};
  return {sampled({stem, Kind::conclusion, "as printed"}, generate::adaptive_on(rc::gen::just(f), true, 2),
                  theorem::hypotheses_hold, theorem::conclusion())};
}

}  // namespace verigrad::rmsprop::properties
