// Adamax.
#pragma once

#include "verigrad/conformance/adam_family.hpp"

namespace verigrad::conformance {

enum AdamaxChoice : int {
  adamax_epsilon = common_choice_count,
  adamax_correction,
  adamax_first_weights,
  adamax_norm,
};

enum class AdamaxEpsilon { in_maximum, outside, absent, subtracted, least };
enum class AdamaxNorm { falling, never_falling, of_squares, new_only };

}  // namespace verigrad::conformance
