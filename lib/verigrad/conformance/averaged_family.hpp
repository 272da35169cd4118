// Gradient descent whose parameters are an average of its iterates, which nobody sees.
#pragma once

#include "verigrad/conformance/common_choices.hpp"
#include "verigrad/conformance/families.hpp"

namespace verigrad::conformance {

/// What definitions of an average of iterates do in several ways, after the common choices.
enum AveragedChoice : int { averaged_weights = common_choice_count, averaged_of };

/// The weight of a new iterate, and which points are averaged.
enum class AverageWeights { uniform, one_more, one_less, exchanged, half };
enum class AverageOf { new_iterates, old_iterates, stepped_from };

}  // namespace verigrad::conformance
