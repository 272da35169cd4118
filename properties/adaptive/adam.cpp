// Thesis, (1.32): ADAM without bias correction along given gradients and on objectives, planted mistakes.
#include "verigrad/theorem/adaptive/adam.hpp"

#include "verigrad/sampling/optimisers.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::adam::properties {
namespace {

namespace theorem = adam;

constexpr const char* stem = "adam";

/// gⱼ = (β₂/β₁)ʲ for β₁ = 1/2, β₂ = 3/4.
OptimiserInstance growing() {
  OptimiserInstance i = along({1, 1.5, 2.25, 3.375}, 0.5);
  i.exact_roots = false;
  return i;
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, generate::adaptive(true), theorem::hypotheses_hold,
              theorem::conclusion()),
      sampled({stem, Kind::conclusion, "Kingma and Ba's Algorithm 1, two steps and more"},
              generate::adaptive_along(true), theorem::hypotheses_hold, theorem::published()),
      examined({stem, Kind::sharp, "m² = Cv for gradients that grow by β₂/β₁"}, growing(), theorem::bound_attained()),
      without_beta2_at_most_1(stem),
      examined({stem, Kind::dropped, "without ε > 0 a zero gradient divides by 0 (by formula)", Verdict::fails},
               along({0}), theorem::divisible())};
  append(checks, planted_checks(stem, generate::adaptive_along(true), theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (!f->rational()) return {};
  return {sampled({stem, Kind::conclusion, "as printed"}, generate::adaptive_on(gen::just(f), true, 2),
                  theorem::hypotheses_hold, theorem::conclusion())};
}

}  // namespace verigrad::adam::properties
