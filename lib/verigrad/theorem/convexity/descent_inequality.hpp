// Descent inequality: J(θₖ₊₁) ≤ J(θₖ) − γ(1 − Lγ/2)‖∇J(θₖ)‖² for a step of gradient descent.
// Castera, An Inertial Newton Algorithm for Deep Learning (thesis), (1.25)–(1.27).
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/descent/descent_instance.hpp"

namespace verigrad::descent_inequality {

const Statement& statement();

/// L bounds the magnitude of every eigenvalue of the Hessian, and γ > 0. That J is twice continuously differentiable is
/// for the instance's maker to see to.
bool hypotheses_hold(const DescentInstance& instance);
/// As above, and γ < 2/L.
bool step_is_short(const DescentInstance& instance);

/// (1.27) for k = 0 … n − 1.
Form<DescentInstance> conclusion();
/// (1.27) with equality.
Form<DescentInstance> attained();
/// (1.27) with the largest eigenvalue of the Hessian, whatever its sign, in place of L.
Form<DescentInstance> with_largest_eigenvalue();
/// J(θₖ₊₁) ≤ J(θₖ).
Form<DescentInstance> decrease();
/// J(θₖ₊₁) = J(θₖ).
Form<DescentInstance> standstill();
/// The second derivative at one of the two ends of the step fits (1.25): for functions of one variable whose second
/// derivative has two values only, and takes both at the ends.
Form<DescentInstance> an_end_fits();
/// Any ψ fits (1.25): for quadratics.
Form<DescentInstance> any_point_fits();

/// The displayed lines, the erratum, and wrong forms of (1.26) and (1.27). Those with a Hessian throw std::logic_error
/// when J has no Hessian product; the others need no second derivative.
Lines<DescentInstance> lines();

}  // namespace verigrad::descent_inequality
