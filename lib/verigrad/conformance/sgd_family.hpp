// Gradient descent with and without momentum.
#pragma once

#include "verigrad/conformance/common_choices.hpp"
#include "verigrad/conformance/families.hpp"

namespace verigrad::conformance {

enum SgdChoice : int { sgd_velocity = common_choice_count, sgd_rate_place, sgd_look_ahead, sgd_inertia, sgd_dampening };

enum class Velocity { heavy_ball, average, lagged, ignored, negative, reset };
enum class RatePlace { outside, inside };
enum class LookAhead { none, nesterov, wrong_sign, old_velocity, not_undone, without_inertia, twice };
enum class Inertia { usual, exchanged };
enum class Dampening { not_first, every, ignored };

}  // namespace verigrad::conformance
