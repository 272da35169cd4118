// Proximal gradient methods for a smooth function plus λ‖x‖₁: ISTA, and FISTA, whose parameters are the points at which
// it takes gradients.
#pragma once

#include "verigrad/conformance/common_choices.hpp"
#include "verigrad/conformance/families.hpp"

namespace verigrad::conformance {

/// What definitions of ISTA and FISTA do in several ways, after the common choices.
enum ProximalChoice : int {
  proximal_threshold = common_choice_count,
  proximal_place,
  proximal_extrapolation,
  proximal_weight,
  proximal_from
};

/// What is done for λ‖x‖₁, on which side of the gradient step, whether there is extrapolation, by which weight, and
/// from where.
enum class Threshold { soft, without_rate, halved, hard, subgradient, positive_part };
enum class ThresholdPlace { after_gradient, before_gradient };
enum class Extrapolation { none, fista };
enum class ExtrapolationWeight { beck_teboulle, chambolle_dossal, late, over_own, unshifted, constant };
enum class ExtrapolationFrom { new_point, gradient_point, added_to_gradient_point, reversed };

}  // namespace verigrad::conformance
