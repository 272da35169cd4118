#include "verigrad/flow/affine_flow.hpp"

#include <stdexcept>

#include <fmt/format.h>

#include "verigrad/number/flint_matrix.hpp"
#include "verigrad/number/product.hpp"

namespace verigrad {
namespace {

Matrix<Ball> exponential(const Matrix<Ball>& m) {
  BallMatrix argument(m), result(m.rows(), m.rows());
  arb_mat_exp(result.arb(), argument.arb(), Ball::precision());
  return result.balls();
}

}  // namespace

Matrix<Number> matrix_exponential(const Matrix<Number>& m) {
  if (m.rows() != m.cols())
    throw std::invalid_argument(fmt::format("matrix_exponential: M is {}×{}; use a square matrix", m.rows(), m.cols()));
  return numbers(exponential(of_kind<Ball>(m)));
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
  return product(flow.topLeftCorner(m, m), start) + flow.topRightCorner(m, n);
}

}  // namespace verigrad
