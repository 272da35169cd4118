// Thesis, proof of Lemma 3.13.
#include "verigrad/theorem/inertial_newton/root_decreases.hpp"

#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/smaller_roots.hpp"

namespace verigrad::root_decreases::proofs_numeric {

std::vector<Check> checks() {
  using smaller_root::Branch;
  return proof_checks(
      "root_decreases",
      gen::oneOf(generate::places(Branch::positive, 65, 256), generate::places(Branch::negative, 65, 256)),
      hypotheses_hold, lines());
}

}  // namespace verigrad::root_decreases::proofs_numeric
