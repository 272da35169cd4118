// Back-propagation is the gradient of the network's objective, by three other ways. MathDNN, 5.2.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/network/network_instance.hpp"

namespace verigrad::backpropagation {

const Statement& statement();

/// The library's recursion = Σᵢ ∇loss(oᵢ) ∗ ∂oᵢ/∂θ, with the full Jacobians (5), (8), (9), (10) multiplied forward.
Form<NetworkInstance> full_jacobians();
/// The recursion = the tangents of the library's objective over dual numbers, all parameters at once.
Form<NetworkInstance> dual_numbers();
/// The recursion = Newton's extrapolation Σₖ (−1)ᵏ⁺¹Δᵏ/k of the objective's differences, which is exact for
/// polynomials: the objective in one parameter, where no kink is crossed.
Form<NetworkInstance> extrapolated_differences();
/// For smooth activations and losses: |recursion − (2D(h/2) − D(h))| ≤ h²(1 + M²)/8 for D(h) the difference quotient in
/// one parameter and M a bound on the objective's third derivative over [0, h], enclosed by dual numbers thrice.
Form<NetworkInstance> extrapolation_remainder();
/// Rational networks without square and ReLU at once whose activations keep their signs on the stencil of
/// extrapolated_differences.
bool crosses_no_kink(const NetworkInstance& instance);

/// The erratum, and wrong forms of the recursion.
Lines<NetworkInstance> lines();

/// Wrong forms of extrapolation_remainder.
Lines<NetworkInstance> remainder_lines();

}  // namespace verigrad::backpropagation
