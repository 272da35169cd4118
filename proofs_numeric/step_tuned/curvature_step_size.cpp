// Thesis, (4.2) to (4.4), and the sentence after (4.3).
#include "verigrad/theorem/step_tuned/curvature_step_size.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/step_tuned.hpp"

namespace verigrad::curvature_step_size::proofs_numeric {

std::vector<Check> checks() {
  constexpr const char* stem = "curvature_step_size";
  std::vector<Check> checks = proof_checks(stem, general_lines());
  append(checks, proof_checks(stem, generate::curvature(), moves, lines()));
  append(checks, proof_checks(stem, generate::segment(), near_minimum, segment_lines()));
  return checks;
}

}  // namespace verigrad::curvature_step_size::proofs_numeric
