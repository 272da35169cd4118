// Products of matrices with vectors that only add and multiply: Eigen's own also compare, which enclosures and numbers
// that carry derivatives do not.
#pragma once

#include "verigrad/number/eigen.hpp"

namespace verigrad {

/// W x; the entries of W may be plain numbers where those of x carry derivatives. W is m × n, x has n entries.
template <class W, class V>
Vector<V> applied(const Matrix<W>& w, const Vector<V>& x) {
  Vector<V> result = Vector<V>::Constant(w.rows(), V(0));
  for (Eigen::Index i = 0; i < w.rows(); ++i)
    for (Eigen::Index j = 0; j < w.cols(); ++j) result[i] += w(i, j) * x[j];
  return result;
}

/// Wᵀ x. W is m × n, x has m entries.
template <class W, class V>
Vector<V> applied_transposed(const Matrix<W>& w, const Vector<V>& x) {
  return applied<W, V>(w.transpose(), x);
}

}  // namespace verigrad
