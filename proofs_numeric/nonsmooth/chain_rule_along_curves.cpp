// INNA, Lemma 2.3: both displayed lines of the proof.
#include "verigrad/theorem/nonsmooth/chain_rule_along_curves.hpp"

#include "verigrad/sampling/kinked_sums.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::chain_rule_along_curves::proofs_numeric {

std::vector<Check> checks() {
  return proof_checks("chain_rule_along_curves", generate::curve_through(), hypotheses_hold, lines());
}

}  // namespace verigrad::chain_rule_along_curves::proofs_numeric
