// Thesis, (2.5) and (2.6): the proof is the substitution of ψ and the derivative of the first line, which is what
// properties/ checks; it displays no line.
#include "verigrad/theorem/din_first_order_form.hpp"

#include "verigrad/evidence/check.hpp"

namespace verigrad::proofs_numeric {

std::vector<Check> din_first_order_form() { return {}; }
std::vector<Check> din_first_order_form_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::proofs_numeric
