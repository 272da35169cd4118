// Semidefinite forms as squares and a dominant rest.
#include "verigrad/rate/squares.hpp"

#include <stdexcept>

#include <gtest/gtest.h>

namespace verigrad::rate_squares_test {
namespace {

using namespace rate;
using Exact = Matrix<Rational>;

/// AAᵀ for the m×n matrix of small fractions that differ.
Exact semidefinite(Eigen::Index m, Eigen::Index n) {
  const Exact a = Exact::NullaryExpr(m, n, [](Eigen::Index i, Eigen::Index j) {
    return Rational(int((5 * i + 3 * j * j + i * j) % 7) - 3) / int(1 + (i + 2 * j) % 3);
  });
  return a * Exact(a.transpose());
}

Exact rest(Exact s, const std::vector<Square>& squares) {
  for (const auto& [weight, of] : squares) {
    EXPECT_GT(weight, 0);
    for (Eigen::Index i = 0; i < s.rows(); ++i)
      for (Eigen::Index j = 0; j < s.cols(); ++j) s(i, j) -= weight * of[i] * of[j];
  }
  return s;
}

void expect_dominant(const Exact& rest) {
  for (Eigen::Index i = 0; i < rest.rows(); ++i) {
    Rational others = 0;
    for (Eigen::Index j = 0; j < rest.cols(); ++j)
      if (j != i) others += abs(rest(i, j));
    EXPECT_GE(rest(i, i), others) << i;
  }
}

TEST(Squares, haveShortCoefficientsInside) {
  const Exact s = semidefinite(5, 9);
  const auto squares = squares_of(s);
  expect_dominant(rest(s, squares));
  for (const auto& [weight, of] : squares)
    for (const Rational& entry : of) EXPECT_EQ(entry, exact<Rational>(approximate(entry)));
}

TEST(Squares, leaveNothingAtTheEdge) {
  for (const Eigen::Index rank : {1, 2, 4}) {
    const Exact s = semidefinite(5, rank);
    const auto squares = squares_of(s);
    EXPECT_TRUE(rest(s, squares).isZero()) << rank;
    EXPECT_LE(Eigen::Index(squares.size()), rank);
  }
}

TEST(Squares, areOfSemidefiniteFormsOnly) {
  Exact s = semidefinite(4, 2);
  s(3, 3) -= Rational(1) / 1000000000;
  EXPECT_THROW(squares_of(s), std::domain_error);
  s = semidefinite(4, 6);
  s(0, 1) += 1;
  EXPECT_THROW(squares_of(s), std::domain_error);
  EXPECT_TRUE(squares_of(Exact::Constant(3, 3, Rational(0))).empty());
}

}  // namespace
}  // namespace verigrad::rate_squares_test
