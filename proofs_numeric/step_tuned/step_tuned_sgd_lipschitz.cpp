// Thesis, proof of Corollary 4.3.
#include "verigrad/theorem/step_tuned/step_tuned_sgd_lipschitz.hpp"

#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/step_tuned.hpp"

namespace verigrad::step_tuned_sgd_lipschitz::proofs_numeric {

std::vector<Check> checks() {
  return proof_checks("step_tuned_sgd_lipschitz", generate::lipschitz_rate_run(), hypotheses_hold, lines());
}

}  // namespace verigrad::step_tuned_sgd_lipschitz::proofs_numeric
