// Stochastic gradient methods, Theorem 5.0.1, which the text states without proof.
#include "verigrad/evidence/check.hpp"
#include "verigrad/problem/objective.hpp"

namespace verigrad::proofs_numeric {

std::vector<Check> minimum_on_compact_set() { return {}; }

std::vector<Check> minimum_on_compact_set_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::proofs_numeric
