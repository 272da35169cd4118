// Stochastic gradient methods, (5.27): the five ways in which it is not ADAM, each with its smallest example.
#include "verigrad/theorem/adaptive/adam_rescaled.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/sampling/optimisers.hpp"

namespace verigrad::adam_rescaled::proofs_numeric {
namespace {

namespace theorem = adam_rescaled;

constexpr const char* stem = "adam_rescaled";

/// One parameter, β₁ = 1/2, β₂ = 3/4, α = 1; gradients 1, or 0 for the missing ε.
OptimiserInstance counterexample(const std::string& key) {
  const double g = key == "missing ε" ? 0 : 1;
  OptimiserInstance i = along(key == "rescaled again" || key == "lost hat" ? std::vector{g, g} : std::vector{g});
  if (key == "rescaled again") i.v0 = 1;
  return i;
}

rc::Gen<OptimiserInstance> runs() { return generate::adaptive_along(true); }

}  // namespace

std::vector<Check> checks() {
  const std::vector<Check> errata = examined_each(stem, Kind::erratum, theorem::errata(), counterexample);
  std::vector<Check> checks{as_conclusion(errata.front())};
  append(checks, errata);
  append(checks, sampled_each(stem, Kind::corrected, runs(), theorem::hypotheses_hold, theorem::corrected()));
  append(checks, compared(stem));
  return checks;
}

}  // namespace verigrad::adam_rescaled::proofs_numeric
