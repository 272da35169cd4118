// Generators for statements under 0 < α ≤ ∇²J ≤ β. Data are dyadic, as in sampling/generators.hpp.
#pragma once

#include "verigrad/sampling/generators.hpp"
#include "verigrad/theorem/convexity/hessian_bounds_instance.hpp"
#include "verigrad/theorem/descent/iteration_contraction.hpp"
#include "verigrad/theorem/flow/flow_contraction.hpp"

namespace verigrad::generate {

/// Quadratics with log-uniform positive spectra, rotated; ridge, logistic and log-sum-exp regression with a ridge: all
/// twice continuously differentiable, with α > 0.
Gen<ObjectivePtr> strongly_convex();
/// Piecewise quadratics with f″ > 0, which jumps at the knots: α > 0 without a continuous Hessian.
Gen<ObjectivePtr> strongly_convex_piecewise();

/// Points independent, close, or one of them the minimiser rounded to double; equal only if J is rational.
Gen<HessianBoundsInstance> hessian_bounds(Gen<ObjectivePtr> objectives);
Gen<HessianBoundsInstance> hessian_bounds();

/// Gradient descent with βΔt in (0, 2) as drawn by `descent`; in half of the draws times α/β, so that Δt < 2α/β².
Gen<iteration_contraction::Instance> contraction(Gen<ObjectivePtr> objectives, int highest_n = 8);

/// Flows of quadratics with eigenvalues up to 6 units, rotated, in dimension 1 to 4, at e^{−λt} = 1/16, 2/16 … 1.
Gen<flow_contraction::QuadraticInstance> quadratic_flow();
/// From w0 up to 16 down to any share of it.
Gen<flow_contraction::ScalarInstance> scalar_flow();

}  // namespace verigrad::generate
