// Adadelta.
#pragma once

#include "verigrad/conformance/average.hpp"
#include "verigrad/conformance/common_choices.hpp"
#include "verigrad/conformance/families.hpp"

namespace verigrad::conformance {

/// What definitions of Adadelta do in several ways, after the common choices.
enum AdadeltaChoice : int {
  adadelta_epsilon = common_choice_count,
  adadelta_rate_place,
  adadelta_weights,
  adadelta_steps,
};

/// Where ε stands in the quotient of the two roots, where the rate does, and what the average that scales the steps is
/// of.
enum class AdadeltaEpsilon { inside_both, outside_both, inside_below, inside_above };
enum class AdadeltaRate { outside, inside, absent };
enum class AdadeltaSteps { old_mean, new_mean, of_gradients, of_absolutes };

}  // namespace verigrad::conformance
