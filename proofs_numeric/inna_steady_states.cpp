// Thesis, (2.16): the text displays no proof.
#include "verigrad/theorem/inna_steady_states.hpp"

#include "verigrad/evidence/check.hpp"

namespace verigrad::proofs_numeric {

std::vector<Check> inna_steady_states() { return {}; }
std::vector<Check> inna_steady_states_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::proofs_numeric
