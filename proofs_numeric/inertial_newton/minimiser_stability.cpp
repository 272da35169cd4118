// Thesis, Remark 3.7, which prints no line of its proof.
#include "verigrad/theorem/inertial_newton/minimiser_stability.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::minimiser_stability::proofs_numeric {

std::vector<Check> checks() { return proof_checks("minimiser_stability", general_lines()); }

}  // namespace verigrad::minimiser_stability::proofs_numeric
