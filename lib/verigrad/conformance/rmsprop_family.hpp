// RMSprop, centred or not, with momentum or without.
#pragma once

#include "verigrad/conformance/average.hpp"
#include "verigrad/conformance/common_choices.hpp"
#include "verigrad/conformance/divisor.hpp"
#include "verigrad/conformance/families.hpp"

namespace verigrad::conformance {

/// What definitions of RMSprop do in several ways, after the common choices.
enum RmspropChoice : int {
  rmsprop_epsilon = common_choice_count,
  rmsprop_root,
  rmsprop_centre,
  rmsprop_initial,
  rmsprop_weights,
  rmsprop_correction,
  rmsprop_order,
  rmsprop_velocity,
  rmsprop_rate_place,
};

/// What is taken from the second moment, where that begins, whether its bias is corrected, and what momentum does.
enum class Centre { none, new_mean, old_mean, mean_not_squared };
enum class RmspropInitial { zero, one, first_square };
enum class RmspropCorrection { none, by_power };
enum class RmspropVelocity { adds, averages, ignored, nesterov };

}  // namespace verigrad::conformance
