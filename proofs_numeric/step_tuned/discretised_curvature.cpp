// Thesis, (4.6), (4.7), (4.10) to (4.12) and (4.17).
#include "verigrad/theorem/step_tuned/discretised_curvature.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/step_tuned.hpp"

namespace verigrad::discretised_curvature::proofs_numeric {

std::vector<Check> checks() {
  constexpr const char* stem = "discretised_curvature";
  std::vector<Check> checks = proof_checks(stem, generate::curvature(), moves, lines());
  append(checks, proof_checks(stem, generate::quadratic_batches(), on_batches, batch_lines()));
  return checks;
}

}  // namespace verigrad::discretised_curvature::proofs_numeric
