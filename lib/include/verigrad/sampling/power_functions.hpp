// Generators of points of |x|^c and of its gradient flow. Data are dyadic, as in sampling/generators.hpp.
#pragma once

#include "verigrad/sampling/generators.hpp"
#include "verigrad/theorem/power_function.hpp"

namespace verigrad::generate {

/// c = p/q with p ≤ 9, 0 < s ≤ 1 and 1 < ρ ≤ 2; m = 0, or m > 0 with an a < 1.
rc::Gen<PowerFunction> power_function(bool larger_exponent = false);

}  // namespace verigrad::generate
