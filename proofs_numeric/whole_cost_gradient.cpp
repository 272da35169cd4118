// SGM, (5.15): the text gives no proof.
#include "verigrad/theorem/whole_cost_gradient.hpp"

#include "verigrad/evidence/check.hpp"
#include "verigrad/problem/objective.hpp"

namespace verigrad::proofs_numeric {

std::vector<Check> whole_cost_gradient() { return {}; }

std::vector<Check> whole_cost_gradient_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::proofs_numeric
