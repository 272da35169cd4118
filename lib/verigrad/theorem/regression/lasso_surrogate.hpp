// The surrogate f_τ(x, x′) = f(x) − ½‖Ax − Ax′‖² + ‖x − x′‖²/(2τ) of the LASSO majorises f, touches it at x′, and its
// quadratic part has a sign. Mathematical Foundations of Data Sciences, 14.1.4.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/regression/lasso_instance.hpp"

namespace verigrad::lasso_surrogate {

const Statement& statement();

/// λ ≥ 0, τ > 0 and τ‖A‖² ≤ 1.
bool hypotheses_hold(const LassoInstance& instance);
/// λ ≥ 0 and τ > 0.
bool any_step(const LassoInstance& instance);

/// f(x) ≤ f_τ(x, x′), and f − f_τ(·, x′) = −K is a quadratic: its second differences are constant.
Form<LassoInstance> conclusion();
/// 0 ≤ K(x, x′).
Form<LassoInstance> quadratic_part_positive();
/// K(x, x′) = 0: so it is on a singular vector of ‖A‖ with τ = 1/‖A‖².
Form<LassoInstance> quadratic_part_zero();
/// f_τ(·, x′) is convex, by its value half way: the gap is at least ‖x − x′‖²/(8τ).
Form<LassoInstance> convex();
/// The minimiser x⁺ of f_τ(·, x′): f_τ(x⁺, x′) + ‖x − x⁺‖²/(2τ) ≤ f_τ(x, x′), and f(x⁺) ≤ f(x′).
Form<LassoInstance> decrease();

/// What the text says of the surrogate on the way, the errata, and wrong surrogates.
Lines<LassoInstance> lines();

}  // namespace verigrad::lasso_surrogate
