// MFDS, section 14.2.4: the running average as printed is one step late.
#include "verigrad/theorem/stochastic/stochastic_gradient_averaging.hpp"

#include "verigrad/sampling/finite_sums.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::stochastic_gradient_averaging::proofs_numeric {
namespace {

namespace theorem = stochastic_gradient_averaging;

constexpr const char* stem = "stochastic_gradient_averaging";

}  // namespace

std::vector<Check> checks() {
  return proof_checks(stem, generate::stochastic_run(4, 2), theorem::hypotheses_hold, theorem::lines());
}

}  // namespace verigrad::stochastic_gradient_averaging::proofs_numeric
