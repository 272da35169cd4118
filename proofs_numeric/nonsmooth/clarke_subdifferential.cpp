// INNA, Definition 2.2: the limits of gradients that span ∂J, from values of J.
#include "verigrad/theorem/nonsmooth/clarke_subdifferential.hpp"

#include "verigrad/sampling/kinked_sums.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::clarke_subdifferential::proofs_numeric {

std::vector<Check> checks() {
  return proof_checks("clarke_subdifferential", generate::kinked_sum(), hypotheses_hold, lines());
}

}  // namespace verigrad::clarke_subdifferential::proofs_numeric
