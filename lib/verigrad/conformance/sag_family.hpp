// Methods that remember the last gradient of each of n terms. Step k goes along the term (k − 1) mod n.
#pragma once

#include "verigrad/conformance/common_choices.hpp"
#include "verigrad/conformance/families.hpp"

namespace verigrad::conformance {

/// What definitions of SAG and SAGA do in several ways, after the common choices.
enum SagChoice : int { sag_direction = common_choice_count, sag_order, sag_old, sag_constant };

/// What a step goes along, whether the memory is renewed before it, and whether old gradients are replaced.
enum class SagDirection { mean, sum, mean_of_seen, saga, new_alone };
enum class SagOrder { new_first, step_first };
enum class SagOld { replaced, kept };
/// What the rate is divided by where the hyper-parameter L is declared: 1 at rate 1/16 is the published step 1/(16L).
enum class SagConstant { none, largest, of_the_mean, mean, of_the_sum, root_of_largest };

}  // namespace verigrad::conformance
