// Matrix products over any number type. Over double, Eigen's; none allocates.
#pragma once

#include "verigrad/number/eigen.hpp"

namespace verigrad {

template <class T>
using MatrixIn = Eigen::Ref<const Matrix<T>>;
template <class T>
using MatrixOut = Eigen::Ref<Matrix<T>>;

/// C = A Bᵀ, C = Aᵀ B and C = A B, for C of the right shape.
/// Over Interval, C encloses the products of all matrices in A and B *and* what double arithmetic gives for any doubles
/// in them, in any order of summation: see number/matrix_product.cpp.
template <class T>
void product_with_transpose(const MatrixIn<T>& a, const MatrixIn<T>& b, MatrixOut<T> c) {
  for (Eigen::Index i = 0; i < c.rows(); ++i)
    for (Eigen::Index j = 0; j < c.cols(); ++j) {
      T sum(0);
      for (Eigen::Index k = 0; k < a.cols(); ++k) sum += a(i, k) * b(j, k);
      c(i, j) = sum;
    }
}
template <class T>
void transpose_product(const MatrixIn<T>& a, const MatrixIn<T>& b, MatrixOut<T> c) {
  for (Eigen::Index i = 0; i < c.rows(); ++i)
    for (Eigen::Index j = 0; j < c.cols(); ++j) {
      T sum(0);
      for (Eigen::Index k = 0; k < a.rows(); ++k) sum += a(k, i) * b(k, j);
      c(i, j) = sum;
    }
}
template <class T>
void matrix_product(const MatrixIn<T>& a, const MatrixIn<T>& b, MatrixOut<T> c) {
  for (Eigen::Index i = 0; i < c.rows(); ++i)
    for (Eigen::Index j = 0; j < c.cols(); ++j) {
      T sum(0);
      for (Eigen::Index k = 0; k < a.cols(); ++k) sum += a(i, k) * b(k, j);
      c(i, j) = sum;
    }
}

#define VERIGRAD_DECLARE(T)                                                                   \
  template <>                                                                                 \
  void product_with_transpose<T>(const MatrixIn<T>& a, const MatrixIn<T>& b, MatrixOut<T> c); \
  template <>                                                                                 \
  void transpose_product<T>(const MatrixIn<T>& a, const MatrixIn<T>& b, MatrixOut<T> c);      \
  template <>                                                                                 \
  void matrix_product<T>(const MatrixIn<T>& a, const MatrixIn<T>& b, MatrixOut<T> c);
VERIGRAD_DECLARE(double)
VERIGRAD_DECLARE(Interval)
VERIGRAD_DECLARE(Number)
#undef VERIGRAD_DECLARE

}  // namespace verigrad
