// Stochastic gradient methods, proof of Lemma 5.6.1.
#include "verigrad/theorem/nonsmooth/regularised_flow_inequality.hpp"

#include "verigrad/sampling/pairs.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/weak_flows.hpp"

namespace verigrad::regularised_flow_inequality::proofs_numeric {

std::vector<Check> checks() {
  return proof_checks("regularised_flow_inequality", generate::flow_state(generate::any_convex()), hypotheses_hold,
                      lines());
}

}  // namespace verigrad::regularised_flow_inequality::proofs_numeric
