// Stochastic gradient methods, (5.26): its lines against (5.25), and the lost hat.
#include "verigrad/theorem/adaptive/adam_system_weights.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/sampling/optimisers.hpp"

namespace verigrad::adam_system_weights::proofs_numeric {
namespace {

namespace theorem = adam_system_weights;

constexpr const char* stem = "adam_system_weights";

/// g = 1 once from V = 0, V̂ = 1, β₂ = 3/4: 1 by (5.25), 1/4 as printed.
OptimiserInstance one_step(const std::string&) {
  OptimiserInstance i = along({1});
  i.v0 = 1;
  return i;
}

rc::Gen<OptimiserInstance> runs() {
  return rc::gen::oneOf(generate::exact_roots(false), generate::adaptive_along(false));
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = sampled_each(stem, Kind::step, runs(), theorem::hypotheses_hold, theorem::steps());
  const std::vector<Check> errata = examined_each(stem, Kind::erratum, theorem::errata(), one_step);
  checks.push_back(as_conclusion(errata.front()));
  append(checks, errata);
  append(checks, sampled_each(stem, Kind::corrected, runs(), theorem::hypotheses_hold, theorem::corrected()));
  append(checks, compared(stem));
  return checks;
}

}  // namespace verigrad::adam_system_weights::proofs_numeric
