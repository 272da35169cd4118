// Adamax.
#pragma once

#include "verigrad/conformance/adam_family.hpp"

namespace verigrad::conformance {

/// What definitions of Adamax do in several ways, after the common choices.
enum AdamaxChoice : int {
  adamax_epsilon = common_choice_count,
  adamax_correction,
  adamax_first_weights,
  adamax_norm,
};

/// Where ε stands beside the norm, and what the norm is of.
enum class AdamaxEpsilon { in_maximum, outside, absent, subtracted, least };
enum class AdamaxNorm { falling, never_falling, of_squares, new_only };

}  // namespace verigrad::conformance
