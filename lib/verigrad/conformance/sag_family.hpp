// Methods that remember the last gradient of each of n terms. Step k goes along the term (k − 1) mod n.
#pragma once

#include "verigrad/conformance/common_choices.hpp"
#include "verigrad/conformance/families.hpp"

namespace verigrad::conformance {

enum SagChoice : int { sag_direction = common_choice_count, sag_order, sag_old };

enum class SagDirection { mean, sum, mean_of_seen, saga, new_alone };
enum class SagOrder { new_first, step_first };
enum class SagOld { replaced, kept };

}  // namespace verigrad::conformance
