// Shapes of the text's matrices: whether a printed product is defined. MathDNN, Convention 2 and Notation 2.
#pragma once

#include "verigrad/claim/claims.hpp"

namespace verigrad {

/// So many rows and columns, both at least 0.
struct Shape {
  Eigen::Index rows, cols;

  Shape transposed() const { return {cols, rows}; }
};

/// A vector of ℝᵐ is a row: 1 × m (Convention 2).
template <class X>
Shape row_shape(const Eigen::MatrixBase<X>& x) {
  return {1, x.size()};
}

/// Claims that A ∗ B is defined (Notation 2): as many columns in A as rows in B.
inline void claim_product_defined(const Shape& a, const Shape& b, Claims& claims) {
  claims.equal("columns of the left factor = rows of the right one", int(a.cols), int(b.rows));
}

}  // namespace verigrad
