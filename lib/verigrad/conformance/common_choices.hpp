// The choices that every family has: what is done to gradients, rates, counters and parameters around a definition.
#pragma once

#include "verigrad/conformance/dialect.hpp"

namespace verigrad::conformance {

/// The choices that every family begins with.
enum CommonChoice : int { direction, missing, schedule, decay, clipping, batch, counter, common_choice_count };

/// The sign of a step, what stands for a missing gradient, and which entry of a schedule a step takes.
enum class Direction { descent, ascent };
enum class Missing { skipped, zero };
enum class Schedule { of_the_step, one_late, one_early };
/// Where weight decay acts.
enum class Decay {
  none,
  coupled,
  decoupled,
  decoupled_after,
  decoupled_without_rate,
  decoupled_without_rate_after,
  decoupled_by_schedule,
  subtracted,
  multiplying_gradient,
};
/// How gradients are clipped, what a batch's gradients add up to, and what counts the steps.
enum class Clipping { none, whole, whole_guarded, by_tensor, by_value };
enum class Batch { mean, multiplied, divided };
enum class Counter { of_the_tensor, of_the_steps, of_the_last_tensor, once_a_tensor, of_the_first_tensor };

/// Of a choice that makes no difference, or of a definition that does not use it.
inline bool never(const HyperParameters&, const Dialect&) { return false; }
/// Whether any weight decay acts.
bool decays(const HyperParameters& hyper, const Dialect& dialect);

/// What a family's definition makes use of.
struct Uses {
  bool (*counter)(const HyperParameters& hyper, const Dialect& dialect) = never;
};

/// The common choices, then those of a family; likewise the identities.
std::vector<Choice> with_common_choices(Uses uses, std::vector<Choice> own);
std::vector<Identity> with_common_identities(std::vector<Identity> own);

}  // namespace verigrad::conformance
