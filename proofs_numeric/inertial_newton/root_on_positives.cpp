// Thesis, proof of Lemma 3.15.
#include "verigrad/theorem/inertial_newton/root_on_positives.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/smaller_roots.hpp"

namespace verigrad::root_on_positives::proofs_numeric {

std::vector<Check> checks() {
  using smaller_root::Branch;
  constexpr const char* stem = "root_on_positives";
  std::vector<Check> checks = proof_checks(stem, generate::places(Branch::low, 1, 63), below, lines_below());
  append(checks, proof_checks(stem, generate::places(Branch::high, 1, 64), beyond, lines_beyond()));
  append(checks, proof_checks(stem, general_lines()));
  return checks;
}

}  // namespace verigrad::root_on_positives::proofs_numeric
