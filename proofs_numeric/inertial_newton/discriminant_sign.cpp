// Thesis, proof of Lemma 3.6.
#include "verigrad/theorem/inertial_newton/discriminant_sign.hpp"

#include "verigrad/check/prove.hpp"

namespace verigrad::discriminant_sign::proofs_numeric {

std::vector<Check> checks() { return proof_checks("discriminant_sign", general_lines()); }

}  // namespace verigrad::discriminant_sign::proofs_numeric
