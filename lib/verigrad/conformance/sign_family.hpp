// Steps along signs: of the gradient, of its average (Signum), of two averages (Lion).
#pragma once

#include "verigrad/conformance/average.hpp"
#include "verigrad/conformance/common_choices.hpp"
#include "verigrad/conformance/families.hpp"

namespace verigrad::conformance {

/// What definitions of steps along signs do in several ways, after the common choices.
enum SignChoice : int {
  sign_of_what = common_choice_count,
  sign_buffer,
  sign_first_weights,
  sign_second_weights,
  sign_order
};

/// Whose sign is taken, whether the average is kept, and whether it is renewed before or after the step.
enum class SignOf { gradient, memory, blend };
enum class Buffer { kept, reset };
enum class MemoryOrder { after, before };

}  // namespace verigrad::conformance
