// What is certain about the sign of a number: the answer to every question of order.
#pragma once

namespace verigrad {

/// What is known of the sign of a number.
enum class Sign { negative, zero, positive, nonnegative, nonpositive, unknown };

}  // namespace verigrad
