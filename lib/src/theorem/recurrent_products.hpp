// Products of matrices with vectors whose numbers carry derivatives: Eigen's own would compare them.
#pragma once

#include "verigrad/number/eigen.hpp"

namespace verigrad::recurrent_and_implicit_gradients {

/// W x; the entries of W may be plain numbers.
template <class W, class V>
Vector<V> applied(const Matrix<W>& w, const Vector<V>& x) {
  Vector<V> result = Vector<V>::Constant(w.rows(), V(0));
  for (Eigen::Index i = 0; i < w.rows(); ++i)
    for (Eigen::Index j = 0; j < w.cols(); ++j) result[i] += w(i, j) * x[j];
  return result;
}

/// Wᵀ x.
template <class W, class V>
Vector<V> applied_transposed(const Matrix<W>& w, const Vector<V>& x) {
  return applied<W, V>(w.transpose(), x);
}

}  // namespace verigrad::recurrent_and_implicit_gradients
