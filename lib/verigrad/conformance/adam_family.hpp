// ADAM and its relatives: AMSGrad, AdamW, NAdam, RAdam, AdaBelief.
#pragma once

#include "verigrad/conformance/average.hpp"
#include "verigrad/conformance/common_choices.hpp"
#include "verigrad/conformance/divisor.hpp"
#include "verigrad/conformance/families.hpp"

namespace verigrad::conformance {

/// What definitions of ADAM and its relatives do in several ways, after the common choices.
enum AdamChoice : int {
  adam_epsilon = common_choice_count,
  adam_root,
  adam_correction,
  adam_moment,
  adam_maximum,
  adam_direction,
  adam_rectification,
  adam_first_weights,
  adam_second_weights,
  adam_order,
};

/// How bias is corrected, what the second moment is of, which maximum of it divides, what a step goes along, when
/// RAdam's rectification acts, and which moments a step sees.
enum class Correction { both, none, first, second, frozen, multiplied, ahead, behind };
enum class Moment { squares, about_new_mean, about_old_mean };
enum class Largest { none, uncorrected, corrected, replacing, never_stored };
enum class Towards { mean, nesterov, nesterov_squared, nesterov_simple, sign, gradient };
enum class Rectification { none, above_5, above_4, above_5_else_still };
enum class Order { new_moments, old_first, old_second };

}  // namespace verigrad::conformance
