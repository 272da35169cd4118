#include "verigrad/algorithm/ridge.hpp"

#include "verigrad/number/linear_solve.hpp"
#include "verigrad/number/product.hpp"
#include "verigrad/number/types.hpp"

namespace verigrad {

template <class T>
Matrix<T> gram_matrix(const Matrix<double>& a) {
  Matrix<T> gram(a.cols(), a.cols());
  for (Eigen::Index j = 0; j < a.cols(); ++j) gram.col(j) = product(a.transpose(), exact<T>(Vector<double>(a.col(j))));
  return gram;
}

namespace {

/// (AᵀA + λI)⁻¹ c.
template <class T>
Vector<T> solve_shifted(const Matrix<double>& a, const T& lambda, const Vector<T>& c) {
  Matrix<T> shifted = gram_matrix<T>(a);
  for (Eigen::Index j = 0; j < shifted.cols(); ++j) shifted(j, j) += lambda;
  return linear_solve<T>(shifted, c);
}

}  // namespace

template <class T>
Vector<T> RidgeWithHalfPenalty::by_columns(const Matrix<double>& a, const Vector<double>& y) const {
  return solve_shifted<T>(a, exact<T>(lambda), product(a.transpose(), exact<T>(y)));
}

template <class T>
Vector<T> RidgeWithHalfPenalty::by_rows(const Matrix<double>& a, const Vector<double>& y) const {
  return product(a.transpose(), solve_shifted<T>(a.transpose(), exact<T>(lambda), exact<T>(y)));
}

#define VERIGRAD_INSTANTIATE(T)                                                                               \
  template Matrix<T> gram_matrix<T>(const Matrix<double>&);                                                   \
  template Vector<T> RidgeWithHalfPenalty::by_columns<T>(const Matrix<double>&, const Vector<double>&) const; \
  template Vector<T> RidgeWithHalfPenalty::by_rows<T>(const Matrix<double>&, const Vector<double>&) const;
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad
