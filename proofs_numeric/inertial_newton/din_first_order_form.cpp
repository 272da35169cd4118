// Thesis, (2.5) and (2.6): the proof is the substitution of ψ and the derivative of the first line, which is what
// properties/ checks; it displays no line. 2.6.2 gives the initial velocity.
#include "verigrad/theorem/inertial_newton/din_first_order_form.hpp"

#include "verigrad/check/prove.hpp"

namespace verigrad::din_first_order_form::proofs_numeric {

std::vector<Check> checks() { return verigrad::proof_checks("din_first_order_form", general_lines()); }

}  // namespace verigrad::din_first_order_form::proofs_numeric
