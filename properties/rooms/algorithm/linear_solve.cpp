// Square systems: exact in rationals; enclosing in intervals and balls; near in double; singular and ill-sized systems
// are refused.
#include "verigrad/number/linear_solve.hpp"

#include <algorithm>
#include <numeric>
#include <random>

#include <gtest/gtest.h>

#include "verigrad/number/product.hpp"

namespace verigrad::algorithm_linear_solve_test {
namespace {

struct System {
  Matrix<double> h;
  Vector<double> c;
};

/// Integer entries in [−6, 6], one in three 0, so that pivots vanish and rows are exchanged.
System random_system(std::mt19937& random, Eigen::Index n) {
  std::uniform_int_distribution<int> entry(-6, 6), zero(0, 2);
  System s{Matrix<double>(n, n), Vector<double>(n)};
  for (double& x : s.h.reshaped()) x = zero(random) == 0 ? 0 : entry(random);
  for (double& x : s.c) x = entry(random);
  return s;
}

/// How many coordinates of x are finite; each of those must contain the exact one.
template <class T>
int contained(const Vector<T>& x, const Vector<Rational>& exactly) {
  int finite = 0;
  for (Eigen::Index i = 0; i < x.size(); ++i) {
    const double lower = x[i].lower(), upper = x[i].upper();
    if (!std::isfinite(lower) || !std::isfinite(upper)) continue;
    ++finite;
    EXPECT_LE(Rational(lower), exactly[i]);
    EXPECT_GE(Rational(upper), exactly[i]);
  }
  return finite;
}

TEST(LinearSolve, solves_and_encloses) {
  std::mt19937 random(1);
  int coordinates = 0, by_intervals = 0, by_balls = 0;
  for (int trial = 0; trial < 300; ++trial) {
    const System s = random_system(random, 1 + trial % 6);
    const Matrix<Rational> h = exact<Rational>(s.h);
    if (determinant<Rational>(h) == 0) continue;
    const Vector<Rational> x = linear_solve<Rational>(h, exact<Rational>(s.c));
    EXPECT_EQ(product(h, x), exact<Rational>(s.c));
    EXPECT_TRUE(linear_solve<double>(s.h, s.c).isApprox(approximate(x)) || s.c.isZero(0));
    coordinates += int(x.size());
    by_intervals += contained(linear_solve<Interval>(exact<Interval>(s.h), exact<Interval>(s.c)), x);
    const Ball::Precision precision(128);
    by_balls += contained(linear_solve<Ball>(exact<Ball>(s.h), exact<Ball>(s.c)), x);
  }
  EXPECT_GT(coordinates, 400);
  EXPECT_GT(by_intervals, coordinates * 9 / 10);
  EXPECT_EQ(by_balls, coordinates);
}

TEST(LinearSolve, determinant_is_multiplicative_and_changes_sign_with_rows) {
  std::mt19937 random(2);
  int nonzero = 0;
  for (int trial = 0; trial < 100; ++trial) {
    const Eigen::Index n = 2 + trial % 4;
    const Matrix<double> a = random_system(random, n).h, b = random_system(random, n).h;
    const auto det = [](const Matrix<double>& m) { return determinant<Rational>(exact<Rational>(m)); };
    EXPECT_EQ(det(a * b), det(a) * det(b));
    Matrix<double> swapped = a;
    swapped.row(0).swap(swapped.row(1));
    EXPECT_EQ(det(swapped), -det(a));
    nonzero += det(a) != 0;
  }
  EXPECT_GT(nonzero, 30);
}

/// By the permutations of the columns.
Rational by_permutations(const Matrix<Rational>& h) {
  std::vector<Eigen::Index> columns(std::size_t(h.cols()));
  std::iota(columns.begin(), columns.end(), 0);
  Rational sum(0);
  do {
    Rational term(1);
    for (Eigen::Index i = 0; i < h.rows(); ++i) {
      term *= h(i, columns[std::size_t(i)]);
      for (Eigen::Index k = 0; k < i; ++k)
        if (columns[std::size_t(k)] > columns[std::size_t(i)]) term = -term;
    }
    sum += term;
  } while (std::next_permutation(columns.begin(), columns.end()));
  return sum;
}

TEST(LinearSolve, determinants_enclose_the_sum_over_permutations) {
  std::mt19937 random(3);
  for (int trial = 0; trial < 100; ++trial) {
    const Matrix<double> h = random_system(random, 1 + trial % 5).h;
    const Rational expected = by_permutations(exact<Rational>(h));
    EXPECT_EQ(determinant<Rational>(exact<Rational>(h)), expected);
    EXPECT_NEAR(determinant<double>(h), approximate(expected), 1e-9);
    const Vector<Rational> exactly = Vector<Rational>::Constant(1, expected);
    EXPECT_EQ(
        contained(Vector<Interval>(Vector<Interval>::Constant(1, determinant<Interval>(exact<Interval>(h)))), exactly),
        1);
    EXPECT_EQ(contained(Vector<Ball>(Vector<Ball>::Constant(1, determinant<Ball>(exact<Ball>(h)))), exactly), 1);
    EXPECT_EQ(sign_of(determinant<Ball>(exact<Ball>(h))) == Sign::zero, expected == 0);
  }
}

template <class T>
class Singular : public testing::Test {};
using AllKinds = testing::Types<double, Interval, Ball, Rational>;
TYPED_TEST_SUITE(Singular, AllKinds);

/// Row 4 is row 0 less row 1.
Matrix<double> dependent_rows() {
  Matrix<double> h = Matrix<double>::NullaryExpr(
      5, 5, [](Eigen::Index i, Eigen::Index j) { return double((i * i + 3 * j * i + j) % 7); });
  h.row(4) = h.row(0) - h.row(1);
  return h;
}

TYPED_TEST(Singular, systems_are_refused) {
  Matrix<double> without_column = dependent_rows();
  without_column.col(2).setZero();
  for (const Matrix<double>& h : {Matrix<double>(Matrix<double>::Ones(2, 2)), without_column}) {
    const Vector<TypeParam> c = Vector<TypeParam>::Constant(h.rows(), TypeParam(1));
    EXPECT_THROW(linear_solve<TypeParam>(exact<TypeParam>(h), c), std::domain_error);
  }
}

TEST(LinearSolve, refuses_singular_points_of_many_rows) {
  const Matrix<double> h = dependent_rows();
  EXPECT_THROW(linear_solve<Rational>(exact<Rational>(h), Vector<Rational>::Constant(5, Rational(1))),
               std::domain_error);
  EXPECT_THROW(linear_solve<Ball>(exact<Ball>(h), Vector<Ball>::Constant(5, Ball(1))), std::domain_error);
  EXPECT_THROW(linear_solve<Interval>(exact<Interval>(h), Vector<Interval>::Constant(5, Interval(1))),
               std::domain_error);
}

TYPED_TEST(Singular, ill_sized_systems_are_refused) {
  const Matrix<TypeParam> square = Matrix<TypeParam>::Constant(2, 2, TypeParam(1)),
                          wide = Matrix<TypeParam>::Constant(2, 3, TypeParam(1));
  EXPECT_THROW(linear_solve<TypeParam>(square, Vector<TypeParam>::Constant(3, TypeParam(1))), std::invalid_argument);
  EXPECT_THROW(linear_solve<TypeParam>(wide, Vector<TypeParam>::Constant(2, TypeParam(1))), std::invalid_argument);
  EXPECT_THROW(determinant<TypeParam>(wide), std::invalid_argument);
}

TEST(LinearSolve, what_may_be_singular_encloses_nothing) {
  const Matrix<Interval> h = Matrix<Interval>::Constant(1, 1, Interval::hull(-1, 1));
  EXPECT_FALSE(linear_solve<Interval>(h, Vector<Interval>::Constant(1, Interval(1)))[0].is_finite());
  EXPECT_EQ(sign_of(determinant<Interval>(h)), Sign::unknown);
  const Matrix<Ball> wide = Matrix<Ball>::Constant(2, 2, Ball::hull(1, 2));
  EXPECT_FALSE(linear_solve<Ball>(wide, Vector<Ball>::Constant(2, Ball(1)))[0].is_finite());
  const Matrix<Interval> unknown = Matrix<Interval>::Constant(2, 2, Interval::whole());
  EXPECT_FALSE(linear_solve<Interval>(unknown, Vector<Interval>::Constant(2, Interval(1)))[0].is_finite());
  EXPECT_EQ(sign_of(determinant<Interval>(unknown)), Sign::unknown);
}

/// det H = −3 · 2⁻⁸², of products that 64 bits cannot hold: they cannot tell H from a singular matrix, 256 can.
TEST(LinearSolve, more_digits_decide_a_nearly_singular_system) {
  const Matrix<double> h{{1 + 0x1p-40, 1 + 0x1p-41}, {1 - 0x1p-41, 1 - 0x1p-40}};
  const Vector<Ball> c = Vector<Ball>::Constant(2, Ball(1));
  {
    const Ball::Precision precision(64);
    EXPECT_FALSE(linear_solve<Ball>(exact<Ball>(h), c)[0].is_finite());
  }
  const Ball::Precision precision(256);
  const Vector<Ball> x = linear_solve<Ball>(exact<Ball>(h), c);
  EXPECT_EQ(contained(x, linear_solve<Rational>(exact<Rational>(h), Vector<Rational>::Constant(2, Rational(1)))), 2);
}

}  // namespace
}  // namespace verigrad::algorithm_linear_solve_test
