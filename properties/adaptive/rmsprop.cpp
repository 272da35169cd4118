// Thesis, (1.31): RMSprop along given gradients and on objectives, hypotheses dropped, planted mistakes.
#include "verigrad/theorem/adaptive/rmsprop.hpp"

#include "verigrad/sampling/optimisers.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::rmsprop::properties {
namespace {

namespace theorem = rmsprop;

constexpr const char* stem = "rmsprop";

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, generate::adaptive(true), theorem::hypotheses_hold,
              theorem::conclusion()),
      examined({stem, Kind::sharp, "the first step attains the bound for ε = 0"}, along({3}),
               theorem::bound_attained()),
      without_beta2_at_most_1(stem),
      examined({stem, Kind::dropped, "without ε > 0 a zero gradient divides by 0 (by formula)", Verdict::fails},
               along({0}), theorem::divisible())};
  OptimiserInstance ascent = along({1}, 0.5);
  ascent.alpha = -1;
  checks.push_back(
      examined({stem, Kind::dropped, "without α > 0 it goes uphill", Verdict::fails}, ascent, theorem::downhill()));
  append(checks, planted_checks(stem, generate::adaptive_along(true), theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (!f->rational()) return {};
  return {sampled({stem, Kind::conclusion, "as printed"}, generate::adaptive_on(gen::just(f), true, 2),
                  theorem::hypotheses_hold, theorem::conclusion())};
}

}  // namespace verigrad::rmsprop::properties
