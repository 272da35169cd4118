// π, enclosed.
#pragma once

#include "verigrad/number/number.hpp"

namespace verigrad {

/// π as a ball of the working precision. Throws std::domain_error while numbers of another kind are made.
Number pi();

}  // namespace verigrad
