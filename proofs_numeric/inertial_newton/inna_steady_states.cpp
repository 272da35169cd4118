// Thesis, (2.16): the text displays no proof.
#include "verigrad/theorem/inertial_newton/inna_steady_states.hpp"

#include "verigrad/evidence/check.hpp"

namespace verigrad::inna_steady_states::proofs_numeric {

std::vector<Check> checks() { return {}; }
}  // namespace verigrad::inna_steady_states::proofs_numeric
