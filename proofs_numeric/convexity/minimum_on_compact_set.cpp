// Stochastic gradient methods, Theorem 5.0.1, which the text states without proof.
#include "verigrad/evidence/check.hpp"
#include "verigrad/problem/objective.hpp"

namespace verigrad::minimum_on_compact_set::proofs_numeric {

std::vector<Check> checks() { return {}; }

}  // namespace verigrad::minimum_on_compact_set::proofs_numeric
