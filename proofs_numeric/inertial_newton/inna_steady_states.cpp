// Thesis, (2.16): the text displays no proof; what it says beyond (2.16) is false.
#include "verigrad/theorem/inertial_newton/inna_steady_states.hpp"

#include "verigrad/check/examine.hpp"

namespace verigrad::inna_steady_states::proofs_numeric {

std::vector<Check> checks() { return erratum_checks("inna_steady_states", lines()); }

}  // namespace verigrad::inna_steady_states::proofs_numeric
