#include "verigrad/flow/affine_flow.hpp"

#include <stdexcept>

#include <arb_mat.h>
#include <fmt/format.h>

namespace verigrad {
namespace {

/// Arb's own matrix, freed at the end of its scope.
class ArbMatrix {
public:
  explicit ArbMatrix(const Matrix<Ball>& m) : ArbMatrix(m.rows()) {
    for (Eigen::Index i = 0; i < m.rows(); ++i)
      for (Eigen::Index j = 0; j < m.cols(); ++j) arb_set(arb_mat_entry(value_, i, j), m(i, j).arb());
  }
  explicit ArbMatrix(Eigen::Index order) { arb_mat_init(value_, order, order); }
  ArbMatrix(const ArbMatrix&) = delete;
  ArbMatrix& operator=(const ArbMatrix&) = delete;
  ~ArbMatrix() { arb_mat_clear(value_); }

  arb_mat_struct* get() { return value_; }
  Matrix<Ball> balls() const {
    Matrix<Ball> result(arb_mat_nrows(value_), arb_mat_ncols(value_));
    for (Eigen::Index i = 0; i < result.rows(); ++i)
      for (Eigen::Index j = 0; j < result.cols(); ++j) arb_set(result(i, j).arb(), arb_mat_entry(value_, i, j));
    return result;
  }

private:
  arb_mat_t value_;
};

Matrix<Ball> exponential(const Matrix<Ball>& m) {
  ArbMatrix argument(m), result(m.rows());
  arb_mat_exp(result.get(), argument.get(), Ball::precision());
  return result.balls();
}

}  // namespace

Matrix<Number> matrix_exponential(const Matrix<Number>& m) {
  if (m.rows() != m.cols())
    throw std::invalid_argument(fmt::format("matrix_exponential: M is {}×{}; use a square matrix", m.rows(), m.cols()));
  const Matrix<Ball> balls = m.unaryExpr([](const Number& entry) { return entry.as<Ball>(); });
  return exponential(balls).unaryExpr([](const Ball& entry) { return Number(entry); });
}

Matrix<Number> AffineFlow::at(const Number& t, const Matrix<Number>& start) const {
  const Eigen::Index m = a.rows(), n = b.cols();
  if (a.cols() != m || b.rows() != m || start.rows() != m || start.cols() != n)
    throw std::invalid_argument(
        fmt::format("AffineFlow: A is {}×{}, B {}×{}, start {}×{}; use a square A, and as many rows in all", m,
                    a.cols(), b.rows(), n, start.rows(), start.cols()));
  Matrix<Number> augmented = Matrix<Number>::Constant(m + n, m + n, 0);
  augmented.topLeftCorner(m, m) = -t * a;
  augmented.topRightCorner(m, n) = t * b;
  const Matrix<Number> flow = matrix_exponential(augmented);
  return flow.topLeftCorner(m, m).lazyProduct(start) + flow.topRightCorner(m, n);
}

}  // namespace verigrad
