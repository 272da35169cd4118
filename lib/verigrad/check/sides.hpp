// What a failing check says of the two sides of its claim, and a wrong form that no instance refutes.
#pragma once

#include "verigrad/evidence/check.hpp"

namespace verigrad {

/// The same check; where it does not come out as expected and `left_is_code`, its counterexample says which side is the
/// code's and which the text's.
Check naming_sides(const Check& check, bool left_is_code);

/// Whether the evidence is that nothing refutes what must fail.
bool is_acquittal(const CheckId& check, const Evidence& evidence);

}  // namespace verigrad
