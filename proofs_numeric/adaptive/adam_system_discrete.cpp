// Stochastic gradient methods, (5.25): what follows from its lines, along gradients that make every root rational.
#include "verigrad/theorem/adaptive/adam_system_discrete.hpp"

#include "verigrad/sampling/optimisers.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::adam_system_discrete::proofs_numeric {
namespace {

namespace theorem = adam_system_discrete;

constexpr const char* stem = "adam_system_discrete";

}  // namespace

std::vector<Check> checks() {
  return proof_checks(stem, generate::exact_roots(false), theorem::hypotheses_hold, theorem::lines());
}

}  // namespace verigrad::adam_system_discrete::proofs_numeric
