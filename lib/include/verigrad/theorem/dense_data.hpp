// The library's dense layer on one sample, and with one weight row replaced.
#pragma once

#include "verigrad/network/dense_layer.hpp"
#include "verigrad/theorem/layer_instance.hpp"

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

}  // namespace verigrad
