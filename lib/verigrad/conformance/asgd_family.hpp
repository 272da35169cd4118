// ASGD: gradient descent with falling rates and a decay of its own; the average of its iterates stands beside the
// parameters, and is not judged.
#pragma once

#include "verigrad/conformance/common_choices.hpp"
#include "verigrad/conformance/families.hpp"

namespace verigrad::conformance {

/// What definitions of ASGD do in several ways, after the common choices.
enum AsgdChoice : int { asgd_rate = common_choice_count, asgd_power, asgd_decay };

/// From which step rates fall, by which power, and where the decay λ acts.
enum class AsgdRate { from_0, from_1, without_rate, constant };
enum class AsgdPower { usual, missing, root };
enum class AsgdDecay { before, after, in_gradient_besides, ignored, without_rate };

}  // namespace verigrad::conformance
