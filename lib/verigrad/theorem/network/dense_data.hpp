// The library's dense layer on one sample, with one weight row replaced, and whether the text's product is defined.
#pragma once

#include "verigrad/claim/shape.hpp"
#include "verigrad/network/dense_layer.hpp"
#include "verigrad/theorem/network/layer_instance.hpp"

namespace verigrad {

/// 𝕃(y, W, b) = y Wᵀ + b.
inline Vector<Number> dense_value(const Vector<Number>& y, const Matrix<Number>& w, const Vector<Number>& b) {
  const Matrix<Number> row = y.transpose();
  Matrix<Number> z(1, w.rows());
  dense<Number>(row, w, b, z);
  return z.transpose();
}

/// W with h added to its row i*.
inline Matrix<Number> moved_weights(const LayerData& r) {
  Matrix<Number> w = r.W;
  for (Eigen::Index j = 0; j < r.h.size(); ++j) w(r.row, j) += r.h[j];
  return w;
}

/// Claims that 𝕃(y, W, b) = y ∗ Wᵀ + b is defined: the hypothesis on shapes.
inline void claim_layer_defined(const LayerInstance& i, Claims& claims) {
  const Shape weights{i.W.rows(), i.W.cols()};
  claim_product_defined(row_shape(i.x), weights.transposed(), claims);
  claims.equal("columns of y ∗ Wᵀ = columns of b", int(weights.rows), int(i.b.size()));
}

}  // namespace verigrad
