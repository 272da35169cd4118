// The library's dense layer on one sample, with one weight row replaced, and whether the text's product is defined.
#pragma once

#include "verigrad/claim/shape.hpp"
#include "verigrad/network/dense_layer.hpp"
#include "verigrad/theorem/network/layer_instance.hpp"

namespace verigrad {

/// 𝕃(y, W, b) = y Wᵀ + b.
template <class T>
Vector<T> dense_value(const Vector<T>& y, const Matrix<T>& w, const Vector<T>& b) {
  const Matrix<T> row = y.transpose();
  Matrix<T> z(1, w.rows());
  dense<T>(row, w, b, z);
  return z.transpose();
}

/// W with h added to its row i*.
template <class T>
Matrix<T> moved_weights(const LayerData<T>& r) {
  Matrix<T> w = r.W;
  for (Eigen::Index j = 0; j < r.h.size(); ++j) w(r.row, j) += r.h[j];
  return w;
}

/// Claims that 𝕃(y, W, b) = y ∗ Wᵀ + b is defined: the hypothesis on shapes.
template <class T>
void claim_layer_defined(const LayerInstance& i, Claims<T>& claims) {
  const Shape weights{i.W.rows(), i.W.cols()};
  claim_product_defined(row_shape(i.x), weights.transposed(), claims);
  claims.equal("columns of y ∗ Wᵀ = columns of b", T(int(weights.rows)), T(int(i.b.size())));
}

}  // namespace verigrad
