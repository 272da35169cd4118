// Thesis, (2.5) and (2.6): the proof is the substitution of ψ and the derivative of the first line, which is what
// properties/ checks; it displays no line.
#include "verigrad/theorem/inertial_newton/din_first_order_form.hpp"

#include "verigrad/evidence/check.hpp"

namespace verigrad::din_first_order_form::proofs_numeric {

std::vector<Check> checks() { return {}; }
}  // namespace verigrad::din_first_order_form::proofs_numeric
