// Thesis, 3.2: the examples beside Proposition 3.1, which prints no proof.
#include "verigrad/theorem/convexity/optimality_conditions.hpp"

#include "verigrad/check/prove.hpp"

namespace verigrad::optimality_conditions::proofs_numeric {

std::vector<Check> checks() { return proof_checks("optimality_conditions", general_lines()); }

}  // namespace verigrad::optimality_conditions::proofs_numeric
