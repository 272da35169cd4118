// Generators of numbers, points, objectives and step sizes. All data are dyadic, so that every number type reads them
// exactly; all shrink toward 0, small dimension, diagonal matrices and few significant bits.
#pragma once

#include "verigrad/problem/function_class.hpp"
#include "verigrad/sampling/gen.hpp"
#include "verigrad/theorem/descent/descent_instance.hpp"

namespace verigrad::generate {

/// k · 2⁻ᶠ with |k| ≤ 2ᵇ, b = bits, f = fraction_bits; one draw in ten is 0.
Gen<double> dyadic(int bits = 8, int fraction_bits = 4);
/// k · 2ᵉ > 0 with k of `bits` bits and e log-uniform in [lowest_exponent, highest_exponent].
Gen<double> positive(int bits = 4, int lowest_exponent = -8, int highest_exponent = 4);
Gen<Vector<double>> point(Eigen::Index dimension, int bits = 8, int fraction_bits = 4);
/// From 1 to highest, small ones more often.
Gen<int> dimension(int highest = 6);

/// Quadratics with log-uniform spectra, some eigenvalues 0 or all equal, rotated by up to two exact reflections.
Gen<ObjectivePtr> convex_quadratic();
/// As above with every eigenvalue positive.
Gen<ObjectivePtr> strongly_convex_quadratic();
/// As above with at least one negative eigenvalue.
Gen<ObjectivePtr> indefinite_quadratic();
Gen<ObjectivePtr> huber();

/// Least squares and ridge regression on tables of up to 5 × 3 dyadics.
Gen<ObjectivePtr> least_squares();
Gen<ObjectivePtr> ridge_regression();
/// Up to 6 × 2 dyadics, with a ridge. This and the next two have dimension 2 or more and no minimiser that `point` can
/// draw: without rationals, nothing decides an inequality that is an equality.
Gen<ObjectivePtr> logistic_regression();
/// Up to 4 × 2 dyadics, with a ridge.
Gen<ObjectivePtr> log_sum_exp();
/// Lopsided: κ ≠ 1 in every coordinate.
Gen<ObjectivePtr> softplus();
/// Convex but not smooth.
Gen<ObjectivePtr> absolute();
/// Piecewise quadratics that grow on both sides: f″ ≥ 0 everywhere, and f″ < 0 on one piece at least.
Gen<ObjectivePtr> convex_piecewise();
Gen<ObjectivePtr> non_convex_piecewise();
Gen<ObjectivePtr> double_well();
Gen<ObjectivePtr> geman_mcclure();
/// Smooth on ‖θ‖ ≤ domain_radius() only; no known minimiser.
Gen<ObjectivePtr> softplus_network();

/// Every convex smooth family of the library with a known minimiser, two in three of them rational; L > 0.
Gen<ObjectivePtr> convex_smooth();

/// Every smooth family that is not convex, all rational; indefinite quadratics have no minimiser, the others a known
/// one.
Gen<ObjectivePtr> non_convex_smooth();

/// Smooth families with a known minimiser, convex or not, all rational.
Gen<ObjectivePtr> rational_with_minimum();

/// 2 to 5 triples of convex L-smooth functions: sampled, or with the lowest or highest values that the class allows.
Gen<Interpolation> interpolation();

/// Gradient descent on the functions on which it is slowest, Huber's and the parabola, with L = 1.
Gen<DescentInstance> slowest_descent(int highest_n);
/// An objective, a start (dyadic, at any order of magnitude from the minimiser, or on it), 1 to highest_n steps, and a
/// step size with αL in (0, 2): anywhere, near 0, near 1 and near 2. Without given objectives: convex smooth ones, and
/// in one draw of eight the functions on which gradient descent is slowest.
Gen<DescentInstance> descent(int highest_n = 12);
Gen<DescentInstance> descent(Gen<ObjectivePtr> objectives, int highest_n);

}  // namespace verigrad::generate
