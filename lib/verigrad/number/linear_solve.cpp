#include "verigrad/number/linear_solve.hpp"

#include <cmath>
#include <stdexcept>

#include <fmt/format.h>

#include "verigrad/number/sign.hpp"
#include "verigrad/number/types.hpp"

namespace verigrad {
namespace {

/// How good a pivot is: certainly not 0 comes first, then size. −1 for a certain 0.
template <class T>
double pivot_rank(const T& entry) {
  const Sign sign = sign_of(entry);
  if (sign == Sign::zero) return -1;
  const double size = std::abs(approximate(entry));
  const bool certain = sign == Sign::positive || sign == Sign::negative;
  return certain ? 1 + size : size / (1 + size);
}

/// The row ≥ k whose entry in column k is the best pivot; −1 if all are certainly 0.
template <class T>
Eigen::Index best_pivot(const Matrix<T>& h, Eigen::Index k) {
  Eigen::Index best = -1;
  double best_rank = -1;
  for (Eigen::Index i = k; i < h.rows(); ++i) {
    const double rank = pivot_rank(h(i, k));
    if (rank == -1 || rank <= best_rank) continue;
    best = i;
    best_rank = rank;
  }
  return best;
}

/// Brings H to upper triangular form, applying the same row operations to the columns of `right`. Returns the sign of
/// the row exchanges, or 0 when a pivot column is certainly 0.
template <class T>
int eliminate(Matrix<T>& h, Matrix<T>& right) {
  int sign = 1;
  for (Eigen::Index k = 0; k < h.rows(); ++k) {
    const Eigen::Index pivot = best_pivot(h, k);
    if (pivot < 0) return 0;
    if (pivot != k) {
      h.row(k).swap(h.row(pivot));
      right.row(k).swap(right.row(pivot));
      sign = -sign;
    }
    for (Eigen::Index i = k + 1; i < h.rows(); ++i) {
      const T factor = h(i, k) / h(k, k);
      for (Eigen::Index j = k + 1; j < h.cols(); ++j) h(i, j) -= factor * h(k, j);
      for (Eigen::Index j = 0; j < right.cols(); ++j) right(i, j) -= factor * right(k, j);
    }
  }
  return sign;
}

template <class T>
void require_square(const Matrix<T>& h, Eigen::Index right_size) {
  if (h.rows() != h.cols() || h.rows() != right_size)
    throw std::invalid_argument(
        fmt::format("linear_solve: a {}×{} matrix with {} right-hand entries; use a square matrix and as many entries",
                    h.rows(), h.cols(), right_size));
}

}  // namespace

template <class T>
Vector<T> linear_solve(Matrix<T> h, Vector<T> c) {
  require_square(h, c.size());
  Matrix<T> right = c;
  if (eliminate(h, right) == 0)
    throw std::domain_error("linear_solve: the matrix is singular; give one with linearly independent columns");
  Vector<T> x = right.col(0);
  for (Eigen::Index i = h.rows() - 1; i >= 0; --i) {
    for (Eigen::Index j = i + 1; j < h.cols(); ++j) x[i] -= h(i, j) * x[j];
    x[i] /= h(i, i);
  }
  return x;
}

template <class T>
T determinant(Matrix<T> h) {
  require_square(h, h.rows());
  Matrix<T> nothing(h.rows(), 0);
  T product(eliminate(h, nothing));
  if (sign_of(product) == Sign::zero) return T(0);
  for (Eigen::Index i = 0; i < h.rows(); ++i) product *= h(i, i);
  return product;
}

#define VERIGRAD_INSTANTIATE(T)                             \
  template Vector<T> linear_solve<T>(Matrix<T>, Vector<T>); \
  template T determinant<T>(Matrix<T>);
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad
