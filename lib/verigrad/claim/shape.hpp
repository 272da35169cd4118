// Shapes of the text's matrices: whether a printed product is defined. MathDNN, Convention 2 and Notation 2.
#pragma once

#include "verigrad/claim/claims.hpp"

namespace verigrad {

struct Shape {
  Eigen::Index rows, cols;

  Shape transposed() const { return {cols, rows}; }
};

/// A vector of ℝᵐ is a row: 1 × m (Convention 2).
template <class T>
Shape row_shape(const Vector<T>& x) {
  return {1, x.size()};
}

/// Claims that A ∗ B is defined (Notation 2): as many columns in A as rows in B.
template <class T>
void claim_product_defined(const Shape& a, const Shape& b, Claims<T>& claims) {
  claims.equal("columns of the left factor = rows of the right one", T(int(a.cols)), T(int(b.rows)));
}

}  // namespace verigrad
