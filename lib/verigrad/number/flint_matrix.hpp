// Arb's and FLINT's own matrices, freed at the end of their scope.
#pragma once

#include <arb_mat.h>
#include <flint/fmpq_mat.h>

#include "verigrad/number/product.hpp"

namespace verigrad {

/// Arb's matrix of balls.
class BallMatrix {
public:
  BallMatrix(Eigen::Index rows, Eigen::Index columns) { arb_mat_init(value_, rows, columns); }
  explicit BallMatrix(const MatrixIn<Ball>& m) : BallMatrix(m.rows(), m.cols()) {
    for (Eigen::Index i = 0; i < m.rows(); ++i)
      for (Eigen::Index j = 0; j < m.cols(); ++j) arb_set(arb_mat_entry(value_, i, j), m(i, j).arb());
  }
  BallMatrix(const BallMatrix&) = delete;
  BallMatrix& operator=(const BallMatrix&) = delete;
  ~BallMatrix() { arb_mat_clear(value_); }

  arb_mat_struct* arb() { return value_; }
  /// A copy of its entries.
  Matrix<Ball> balls() const {
    Matrix<Ball> result(arb_mat_nrows(value_), arb_mat_ncols(value_));
    for (Eigen::Index i = 0; i < result.rows(); ++i)
      for (Eigen::Index j = 0; j < result.cols(); ++j) arb_set(result(i, j).arb(), arb_mat_entry(value_, i, j));
    return result;
  }

private:
  arb_mat_t value_;
};

/// FLINT's matrix of rationals.
class RationalMatrix {
public:
  RationalMatrix(Eigen::Index rows, Eigen::Index columns) { fmpq_mat_init(value_, rows, columns); }
  explicit RationalMatrix(const MatrixIn<Rational>& m) : RationalMatrix(m.rows(), m.cols()) {
    for (Eigen::Index i = 0; i < m.rows(); ++i)
      for (Eigen::Index j = 0; j < m.cols(); ++j) fmpq_set_mpq(fmpq_mat_entry(value_, i, j), m(i, j).backend().data());
  }
  RationalMatrix(const RationalMatrix&) = delete;
  RationalMatrix& operator=(const RationalMatrix&) = delete;
  ~RationalMatrix() { fmpq_mat_clear(value_); }

  fmpq_mat_struct* flint() { return value_; }
  /// A copy of its entries.
  Matrix<Rational> rationals() const {
    Matrix<Rational> result(fmpq_mat_nrows(value_), fmpq_mat_ncols(value_));
    for (Eigen::Index i = 0; i < result.rows(); ++i)
      for (Eigen::Index j = 0; j < result.cols(); ++j)
        fmpq_get_mpq(result(i, j).backend().data(), fmpq_mat_entry(value_, i, j));
    return result;
  }

private:
  fmpq_mat_t value_;
};

}  // namespace verigrad
