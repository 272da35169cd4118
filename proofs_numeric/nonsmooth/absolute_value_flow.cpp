// Stochastic gradient methods, proof of Lemma 5.6.7: each displayed line, and the sign that it loses.
#include "verigrad/theorem/nonsmooth/absolute_value_flow.hpp"

#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/weak_flows.hpp"

namespace verigrad::absolute_value_flow::proofs_numeric {

std::vector<Check> checks() {
  return proof_checks("absolute_value_flow", generate::tested_absolute_value_flow(), hypotheses_hold, lines());
}

}  // namespace verigrad::absolute_value_flow::proofs_numeric
