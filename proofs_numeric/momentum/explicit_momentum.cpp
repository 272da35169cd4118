// Stochastic gradient methods, (5.17): what follows from the explicit step, and its comparison with other methods.
#include "verigrad/theorem/momentum/explicit_momentum.hpp"

#include "verigrad/sampling/optimisers.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::explicit_momentum::proofs_numeric {
namespace {

namespace theorem = explicit_momentum;

constexpr const char* stem = "explicit_momentum";

Gen<OptimiserInstance> runs() {
  return gen::oneOf(generate::momentum_along(), generate::momentum_on(generate::convex_quadratic()),
                    generate::momentum_on(generate::indefinite_quadratic()), generate::momentum_on(generate::huber()));
}

}  // namespace

std::vector<Check> checks() {
  const auto instances = runs();
  std::vector<Check> checks = proof_checks(stem, instances, theorem::hypotheses_hold, theorem::lines());
  append(checks, step_checks(stem, instances, theorem::hypotheses_hold, theorem::upper_bound_lines()));
  append(checks, compared(stem));
  return checks;
}

}  // namespace verigrad::explicit_momentum::proofs_numeric
