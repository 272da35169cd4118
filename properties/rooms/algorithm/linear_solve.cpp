// Gaussian elimination: exact in rationals, held against FLINT; enclosing in intervals and balls; singular and
// ill-sized systems are refused.
#include "verigrad/number/linear_solve.hpp"

#include <random>

#include <gtest/gtest.h>

#include "verigrad/number/exact_solve.hpp"

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

TEST(LinearSolve, AgreesWithFlintAndEncloses) {
  std::mt19937 random(1);
  int coordinates = 0, by_intervals = 0, by_balls = 0;
  for (int trial = 0; trial < 300; ++trial) {
    const System s = random_system(random, 1 + trial % 6);
    const Matrix<Rational> h = exact<Rational>(s.h);
    if (determinant<Rational>(h) == 0) continue;
    const Vector<Rational> x = linear_solve<Rational>(h, exact<Rational>(s.c));
    EXPECT_EQ(x, solve(h, exact<Rational>(s.c)));
    coordinates += int(x.size());
    by_intervals += contained(linear_solve<Interval>(exact<Interval>(s.h), exact<Interval>(s.c)), x);
    const Ball::Precision precision(128);
    by_balls += contained(linear_solve<Ball>(exact<Ball>(s.h), exact<Ball>(s.c)), x);
  }
  EXPECT_GT(coordinates, 400);
  EXPECT_GT(by_intervals, coordinates * 9 / 10);
  EXPECT_EQ(by_balls, coordinates);
}

TEST(LinearSolve, DeterminantIsMultiplicativeAndChangesSignWithRows) {
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

TEST(LinearSolve, RefusesSingularAndIllSizedSystems) {
  const Matrix<Rational> ones = Matrix<Rational>::Constant(2, 2, Rational(1));
  EXPECT_THROW(linear_solve<Rational>(ones, Vector<Rational>::Constant(2, Rational(1))), std::domain_error);
  EXPECT_THROW(linear_solve<Rational>(ones, Vector<Rational>::Constant(3, Rational(1))), std::invalid_argument);
  EXPECT_THROW(determinant<Rational>(Matrix<Rational>::Constant(2, 3, Rational(1))), std::invalid_argument);
}

TEST(LinearSolve, UndecidedPivotEnclosesNothing) {
  Matrix<Interval> h(1, 1);
  h(0, 0) = Interval::hull(-1, 1);
  EXPECT_FALSE(linear_solve<Interval>(h, Vector<Interval>::Constant(1, Interval(1)))[0].is_finite());
}

}  // namespace
}  // namespace verigrad::algorithm_linear_solve_test
