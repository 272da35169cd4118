// Thesis, proof of Lemma 3.14.
#include "verigrad/theorem/inertial_newton/root_on_negatives.hpp"

#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/smaller_roots.hpp"

namespace verigrad::root_on_negatives::proofs_numeric {

std::vector<Check> checks() {
  return proof_checks("root_on_negatives", generate::places(smaller_root::Branch::negative, 1, 63), hypotheses_hold,
                      lines());
}

}  // namespace verigrad::root_on_negatives::proofs_numeric
