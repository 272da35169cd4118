#include "verigrad/number/linear_solve.hpp"

#include <stdexcept>

#include <Eigen/LU>
#include <fmt/format.h>

#include "verigrad/number/flint_matrix.hpp"
#include "verigrad/number/sign.hpp"
#include "verigrad/number/types.hpp"

namespace verigrad {
namespace {

void require_square(Eigen::Index rows, Eigen::Index columns, Eigen::Index right_size) {
  if (rows != columns || rows != right_size)
    throw std::invalid_argument(
        fmt::format("linear_solve: a {}×{} matrix with {} right-hand entries; use a square matrix and as many entries",
                    rows, columns, right_size));
}

std::domain_error singular() {
  return std::domain_error("linear_solve: the matrix is singular; give one with linearly independent columns");
}

double determinant_of(const Matrix<double>& h) { return Eigen::PartialPivLU<Matrix<double>>(h).determinant(); }

Rational determinant_of(const Matrix<Rational>& h) {
  RationalMatrix matrix(h), result(1, 1);
  fmpq_mat_det(fmpq_mat_entry(result.flint(), 0, 0), matrix.flint());
  return result.rationals()(0, 0);
}

Rational rational(const Ball& point) {
  RationalMatrix result(1, 1);
  arf_get_fmpq(fmpq_mat_entry(result.flint(), 0, 0), arb_midref(point.arb()));
  return result.rationals()(0, 0);
}

/// Of points, exactly where Arb's cannot tell it from 0.
Ball determinant_of(const Matrix<Ball>& h) {
  BallMatrix matrix(h);
  Ball result;
  arb_mat_det(result.arb(), matrix.arb(), Ball::precision());
  const bool of_points = arb_mat_is_exact(matrix.arb()) && arb_mat_is_finite(matrix.arb());
  if (of_points && arb_contains_zero(result.arb()))
    return enclose<Ball>(determinant_of(Matrix<Rational>(h.unaryExpr(&rational))));
  return result;
}

Vector<double> solution_of(const Matrix<double>& h, const Vector<double>& c) {
  const Eigen::PartialPivLU<Matrix<double>> lu(h);
  if ((lu.matrixLU().diagonal().array() == 0).any()) throw singular();
  return lu.solve(c);
}

Vector<Rational> solution_of(const Matrix<Rational>& h, const Vector<Rational>& c) {
  RationalMatrix matrix(h), right(c), x(c.size(), 1);
  if (!fmpq_mat_solve(x.flint(), matrix.flint(), right.flint())) throw singular();
  return x.rationals();
}

Vector<Ball> solution_of(const Matrix<Ball>& h, const Vector<Ball>& c) {
  BallMatrix matrix(h), right(c), x(c.size(), 1);
  if (arb_mat_solve(x.arb(), matrix.arb(), right.arb(), Ball::precision())) return x.balls();
  if (sign_of(determinant_of(h)) == Sign::zero) throw singular();
  return Vector<Ball>::Constant(c.size(), Ball::point(std::numeric_limits<double>::quiet_NaN()));
}

constexpr long bits_for_intervals = 64;
Ball ball(const Interval& x) { return Ball::hull(x.lower(), x.upper()); }
Interval outward(const Ball& x) { return Interval::hull(x.lower(), x.upper()); }

Interval determinant_of(const Matrix<Interval>& h) {
  const Ball::Precision precision(bits_for_intervals);
  return outward(determinant_of(Matrix<Ball>(h.unaryExpr(&ball))));
}
Vector<Interval> solution_of(const Matrix<Interval>& h, const Vector<Interval>& c) {
  const Ball::Precision precision(bits_for_intervals);
  return solution_of(Matrix<Ball>(h.unaryExpr(&ball)), Vector<Ball>(c.unaryExpr(&ball))).unaryExpr(&outward);
}

Number determinant_of(const Matrix<Number>& h) {
  return over_kind([&]<class T>() { return Number(determinant_of(of_kind<T>(h))); });
}
Vector<Number> solution_of(const Matrix<Number>& h, const Vector<Number>& c) {
  return over_kind([&]<class T>() { return numbers(solution_of(of_kind<T>(h), of_kind<T>(c))); });
}

}  // namespace

template <class T>
Vector<T> linear_solve(const Matrix<T>& h, const Vector<T>& c) {
  require_square(h.rows(), h.cols(), c.size());
  return solution_of(h, c);
}

template <class T>
T determinant(const Matrix<T>& h) {
  require_square(h.rows(), h.cols(), h.rows());
  return determinant_of(h);
}

#define VERIGRAD_INSTANTIATE(T)                                           \
  template Vector<T> linear_solve<T>(const Matrix<T>&, const Vector<T>&); \
  template T determinant<T>(const Matrix<T>&);
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad
