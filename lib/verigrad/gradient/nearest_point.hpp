// The point of a polytope that is nearest to a given one, by Wolfe's algorithm.
#pragma once

#include <vector>

#include "verigrad/number/eigen.hpp"

namespace verigrad {

/// Σ weights_k vertices_k, with weights ≥ 0 that add up to 1, up to rounding in 50 digits. A start for proofs, no
/// proof.
struct NearestPoint {
  Vector<Real50> weights;
  Vector<Real50> point;
};

/// The point of the convex hull of the columns of `vertices`, of which there is one at least, nearest to `target`:
/// P. Wolfe, Finding the nearest point in a polytope, Mathematical Programming 11 (1976).
NearestPoint nearest_point(const Matrix<Real50>& vertices, const Vector<Real50>& target);

}  // namespace verigrad
