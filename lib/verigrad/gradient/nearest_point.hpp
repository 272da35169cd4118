// The point of a polytope that is nearest to a given one, by Wolfe's algorithm.
#pragma once

#include <vector>

#include "verigrad/number/eigen.hpp"

namespace verigrad {

/// Σ weights_k vertices_k, with weights ≥ 0 that add up to 1.
struct NearestPoint {
  Vector<Rational> weights;
  Vector<Rational> point;
};

/// The point of the convex hull of the columns of `vertices`, of which there is one at least, nearest to `target`,
/// exactly: P. Wolfe, Finding the nearest point in a polytope, Mathematical Programming 11 (1976).
NearestPoint nearest_point(const Matrix<Rational>& vertices, const Vector<Rational>& target);

}  // namespace verigrad
