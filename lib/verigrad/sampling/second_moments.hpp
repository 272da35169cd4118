// Generators of D's equation solved exactly. Data are dyadic, as in sampling/generators.hpp.
#pragma once

#include "verigrad/sampling/generators.hpp"
#include "verigrad/theorem/adaptive/second_moment_positivity.hpp"

namespace verigrad::generate {

/// Gradients that stay 0, are constant or decay; D(0) > 0, ε₂ > 0 and e^{−t/ε₂} = 1/16, 2/16 … 1.
Gen<second_moment_positivity::SecondMomentInstance> second_moment();

}  // namespace verigrad::generate
