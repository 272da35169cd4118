// Rprop: step sizes that grow and shrink with the signs of the derivatives.
#pragma once

#include "verigrad/conformance/common_choices.hpp"
#include "verigrad/conformance/families.hpp"

namespace verigrad::conformance {

/// What definitions of Rprop do in several ways, after the common choices.
enum RpropChoice : int { rprop_flip = common_choice_count, rprop_order, rprop_factors, rprop_bounds };

/// What happens where a derivative's sign flips, which size a step has, which factor acts when, and whether sizes are
/// bounded.
enum class Flip { forgets, remembers, moves, goes_back };
enum class RpropOrder { new_size, old_size };
enum class Factors { usual, exchanged, never_grows, never_shrinks };
enum class Bounds { kept, ignored };

}  // namespace verigrad::conformance
