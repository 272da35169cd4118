// Thesis, (4.16).
#include "verigrad/theorem/step_tuned/curvature_descent.hpp"

#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/step_tuned.hpp"

namespace verigrad::curvature_descent::proofs_numeric {

std::vector<Check> checks() {
  return proof_checks("curvature_descent", generate::curvature_descent(4), hypotheses_hold, lines());
}

}  // namespace verigrad::curvature_descent::proofs_numeric
