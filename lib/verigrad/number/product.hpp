// Products of matrices and vectors, each by the kernel that is right for its numbers.
#pragma once

#include "verigrad/number/eigen.hpp"

namespace verigrad {

/// A matrix that is read, without a copy.
template <class T>
using MatrixIn = Eigen::Ref<const Matrix<T>>;
/// A matrix that is written to in its place.
template <class T>
using MatrixOut = Eigen::Ref<Matrix<T>>;
/// Aᵀ of a MatrixIn.
template <class T>
using TransposedIn = Eigen::Transpose<const MatrixIn<T>>;

namespace detail {

/// Throws std::invalid_argument.
void require_factors(Eigen::Index columns, Eigen::Index rows);

template <class T>
concept HasKernel = std::same_as<T, double> || std::same_as<T, Interval> || std::same_as<T, Ball> ||
    std::same_as<T, Rational> || std::same_as<T, Number>;

template <HasKernel T>
Matrix<T> kernel_product(const MatrixIn<T>& a, const MatrixIn<T>& b);
template <HasKernel T>
Vector<T> table_product(const Matrix<double>& a, const Vector<T>& x);
template <HasKernel T>
Vector<T> table_product(const Eigen::Transpose<const Matrix<double>>& a, const Vector<T>& x);

template <class A, class B, class C>
void entrywise_product(const A& a, const B& b, C& c) {
  using T = typename C::Scalar;
  for (Eigen::Index i = 0; i < c.rows(); ++i)
    for (Eigen::Index j = 0; j < c.cols(); ++j) {
      T sum(0);
      for (Eigen::Index k = 0; k < a.cols(); ++k) sum += a(i, k) * b(k, j);
      c(i, j) = sum;
    }
}

}  // namespace detail

/// A B. A may be of doubles, taken exactly, or of plain numbers where the entries of B carry derivatives.
/// double: Eigen's. Interval: entry by entry; of a double A, in one pass with an a-priori bound on its rounding errors,
/// |fl(Σ aᵢcᵢ) − Σ aᵢcᵢ| ≤ γₙ Σ|aᵢ||cᵢ| + n 2⁻¹⁰⁷⁴ in any order of summation (Higham, Accuracy and Stability, (3.5)),
/// plus |A| times the radius of B. Ball: Arb's inner products. Rational: FLINT's product. Number: as its kind.
/// Throws std::invalid_argument unless A has as many columns as B has rows.
template <class A, class B>
auto product(const Eigen::MatrixBase<A>& a, const Eigen::MatrixBase<B>& b) {
  using W = typename A::Scalar;
  using T = typename B::Scalar;
  detail::require_factors(a.cols(), b.rows());
  constexpr bool of_table = std::same_as<W, double> && detail::HasKernel<T>;
  constexpr bool on_vector = B::ColsAtCompileTime == 1;
  if constexpr (of_table && on_vector) {
    return detail::table_product<T>(a.derived(), b.derived());
  } else {
    Eigen::Matrix<T, A::RowsAtCompileTime, B::ColsAtCompileTime> c;
    c.resize(a.rows(), b.cols());
    if constexpr (std::same_as<W, T> && detail::HasKernel<T>)
      c = detail::kernel_product<T>(a.derived(), b.derived());
    else if constexpr (of_table)
      for (Eigen::Index j = 0; j < b.cols(); ++j) c.col(j) = detail::table_product<T>(a.derived(), b.col(j));
    else
      detail::entrywise_product(a.derived().eval(), b.derived().eval(), c);
    return c;
  }
}

/// C = A B of a batch, into the memory of C, of the right shape; over double nothing is allocated. Over Interval, C
/// encloses the products of all matrices in A and B *and* what double arithmetic gives for any doubles in them, in any
/// order of summation: see product.cpp.
template <class T>
void product(const MatrixIn<T>& a, const MatrixIn<T>& b, MatrixOut<T> c) {
  detail::entrywise_product(a, b, c);
}
/// C = A Bᵀ, as above.
template <class T>
void product(const MatrixIn<T>& a, const TransposedIn<T>& b, MatrixOut<T> c) {
  detail::entrywise_product(a, b, c);
}
/// C = Aᵀ B, as above.
template <class T>
void product(const TransposedIn<T>& a, const MatrixIn<T>& b, MatrixOut<T> c) {
  detail::entrywise_product(a, b, c);
}

#define VERIGRAD_DECLARE(T)                                                        \
  template <>                                                                      \
  void product<T>(const MatrixIn<T>& a, const MatrixIn<T>& b, MatrixOut<T> c);     \
  template <>                                                                      \
  void product<T>(const MatrixIn<T>& a, const TransposedIn<T>& b, MatrixOut<T> c); \
  template <>                                                                      \
  void product<T>(const TransposedIn<T>& a, const MatrixIn<T>& b, MatrixOut<T> c);
VERIGRAD_DECLARE(double)
VERIGRAD_DECLARE(Interval)
VERIGRAD_DECLARE(Number)
#undef VERIGRAD_DECLARE

}  // namespace verigrad
