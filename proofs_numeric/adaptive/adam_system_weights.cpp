// Stochastic gradient methods, (5.26): its lines against (5.25), and the lost hat.
#include "verigrad/theorem/adaptive/adam_system_weights.hpp"

#include "verigrad/sampling/optimisers.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::adam_system_weights::proofs_numeric {
namespace {

namespace theorem = adam_system_weights;

constexpr const char* stem = "adam_system_weights";

Gen<OptimiserInstance> runs() { return gen::oneOf(generate::exact_roots(false), generate::adaptive_along(false)); }

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = proof_checks(stem, runs(), theorem::hypotheses_hold, theorem::lines());
  append(checks, compared(stem));
  return checks;
}

}  // namespace verigrad::adam_system_weights::proofs_numeric
