// Gradient descent with and without momentum.
#pragma once

#include "verigrad/conformance/common_choices.hpp"
#include "verigrad/conformance/families.hpp"

namespace verigrad::conformance {

/// What definitions of gradient descent with momentum do in several ways, after the common choices.
enum SgdChoice : int { sgd_velocity = common_choice_count, sgd_rate_place, sgd_look_ahead, sgd_inertia, sgd_dampening };

/// What the velocity is, where the rate stands, where the gradient is looked at, what inertia weighs, and which
/// gradients dampening acts on.
enum class Velocity { heavy_ball, average, lagged, ignored, negative, reset };
enum class RatePlace { outside, inside };
enum class LookAhead { none, nesterov, wrong_sign, old_velocity, not_undone, without_inertia, twice };
enum class Inertia { usual, exchanged };
enum class Dampening { not_first, every, ignored };

}  // namespace verigrad::conformance
