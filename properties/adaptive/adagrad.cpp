// Thesis, (1.30): Adagrad along given gradients and on objectives, hypotheses dropped, planted mistakes.
#include "verigrad/theorem/adaptive/adagrad.hpp"

#include "verigrad/sampling/optimisers.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::adagrad::properties {
namespace {

namespace theorem = adagrad;

constexpr const char* stem = "adagrad";

Gen<OptimiserInstance> runs() {
  return gen::oneOf(generate::exact_roots_of_sums(), generate::adaptive_along(true),
                    generate::adaptive_on(generate::strongly_convex_quadratic(), true, 3));
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, runs(), theorem::hypotheses_hold, theorem::conclusion()),
      examined({stem, Kind::sharp, "the first step attains the bound"}, along({3}, 0.5), theorem::first_step()),
      examined({stem, Kind::dropped, "a zero gradient leaves the step sizes: no strict decrease", Verdict::fails},
               along({1, 0}, 0.5), theorem::strictly_decreasing()),
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

}  // namespace verigrad::adagrad::properties
