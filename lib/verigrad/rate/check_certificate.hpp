// Re-checks a certificate in exact rationals. Shares nothing with the search that found it.
#pragma once

#include "verigrad/rate/certificate.hpp"

namespace verigrad::rate {

/// What a certificate claims does not follow from what it holds; says what fails.
struct Refused : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Throws Refused unless the step matrix is that of the method that ships, run again. What a program answered is taken
/// as it stands.
void require_points_of_method(const Certificate& certificate);

/// The symmetric matrix of the form bound − measure − Σ multiplier · inequality. Throws Refused where that is not a
/// form alone.
Matrix<Rational> what_multipliers_leave(const Certificate& certificate);

/// Throws Refused unless every multiplier is ≥ 0 and of an inequality that holds over the class, values of f cancel,
/// and bound − measure = Σ multiplier · inequality + (a positive semidefinite form), identically. Points of a smooth
/// class that are one whatever the gradients are have one value and one gradient. A. Taylor, J. Hendrickx, F. Glineur,
/// Smooth strongly convex interpolation and exact worst-case performance of first-order methods (2017), Theorem 4;
/// convex with bounded subgradients: their Exact worst-case performance of first-order methods for composite convex
/// optimization (2017), Theorem 3.5. Y. Drori, O. Shamir, The complexity of finding stationary points with stochastic
/// gradient descent (2020), Theorem 7: smooth, not convex. Over quadratic functions there are no multipliers: the
/// measure along an eigenvector is a polynomial of the curvature, below the bound on [μ, L].
void require_upper_bound(const Certificate& certificate);

/// Throws Refused unless the inner products are those of points and gradients in some space, these and the values are
/// interpolated by a function of the class (the same theorems, in the other direction; a quadratic one has one
/// curvature, that of its run), it starts within the start's
/// bound, and its measure is the bound claimed.
void require_lower_bound(const Certificate& certificate);

}  // namespace verigrad::rate
