// INNA, the inertial Newton algorithm: θ and a second state ψ.
#pragma once

#include "verigrad/conformance/common_choices.hpp"
#include "verigrad/conformance/families.hpp"

namespace verigrad::conformance {

/// What definitions of INNA do in several ways, after the common choices.
enum InnaChoice : int { inna_start = common_choice_count, inna_order, inna_gradient, inna_damping, inna_psi_rate };

/// Where ψ begins, which state moves first, where the gradient acts, what damps, and whether ψ moves at the rate.
enum class PsiStart { at_rest, at_theta, at_zero };
enum class PsiOrder { together, psi_first, theta_first };
enum class InnaGradient { times_beta, alone, over_beta, in_both, in_psi };
enum class Damping { usual, sum, without_alpha, alpha_over_beta, exchanged };
enum class PsiRate { times_rate, without_rate };

}  // namespace verigrad::conformance
