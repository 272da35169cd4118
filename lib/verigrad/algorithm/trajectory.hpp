// Iterates x₀ … x_n of a step map over every number type.
#pragma once

#include <vector>

#include "verigrad/algorithm/gradient_descent.hpp"

namespace verigrad {

/// x₀ … x_n, of one size.
template <class T>
using Trajectory = std::vector<Vector<T>>;

/// x₀ … x_n of gradient descent on f from the doubles x0.
/// double, Rational: the iteration itself, exact in Rational.
/// Interval, Ball: enclosures of the exact iterates. The iteration runs on points, each the middle of the enclosed step
/// from the one before (in double for Interval, at the working precision for Ball); the distance to the exact iterate
/// is bounded by e⁺ ≤ lipschitz · e + ‖enclosed step − its middle‖, so that digits are lost linearly in n where
/// evaluating the iteration on enclosures loses them exponentially.
/// Throws std::invalid_argument when n < 0 or x0 has another dimension than f.
template <class T>
Trajectory<T> trajectory(const GradientDescent& method, const Objective& f, const Vector<double>& x0, int n);

/// The points of a recorded run as exact numbers.
template <class T>
Trajectory<T> recorded(const Trajectory<double>& points);

}  // namespace verigrad
