// SGM, (5.15): the text gives no proof.
#include "verigrad/theorem/network/whole_cost_gradient.hpp"

#include "verigrad/evidence/check.hpp"

namespace verigrad::whole_cost_gradient::proofs_numeric {

std::vector<Check> checks() { return {}; }

}  // namespace verigrad::whole_cost_gradient::proofs_numeric
