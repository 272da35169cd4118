// Thesis, Remark 4.1: on which side of αₖ = 2 values fall.
#include "verigrad/theorem/step_tuned/scaling_factor.hpp"

#include "verigrad/check/prove.hpp"

namespace verigrad::scaling_factor::proofs_numeric {

std::vector<Check> checks() { return proof_checks("scaling_factor", general_lines()); }

}  // namespace verigrad::scaling_factor::proofs_numeric
