// Adagrad.
#pragma once

#include "verigrad/conformance/common_choices.hpp"
#include "verigrad/conformance/divisor.hpp"
#include "verigrad/conformance/families.hpp"

namespace verigrad::conformance {

/// What definitions of Adagrad do in several ways, after the common choices.
enum AdagradChoice : int {
  adagrad_epsilon = common_choice_count,
  adagrad_root,
  adagrad_initial,
  adagrad_sum,
  adagrad_rate_decay,
};

/// Where the sum of squares begins, which sum divides a step, and from which step the rate decays.
enum class Initial { declared, zero, tenth, one };
enum class Summed { new_sum, old_sum, not_kept, of_absolutes };
enum class RateDecay { from_0, from_1, ignored };

}  // namespace verigrad::conformance
