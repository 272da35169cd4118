// Exact affine flows: they contain closed forms, obey the semigroup law, and never invert A.
#include "verigrad/flow/affine_flow.hpp"

#include <random>

#include <gtest/gtest.h>

#include "verigrad/flow/batch_flow.hpp"
#include "verigrad/number/exact_solve.hpp"

namespace verigrad::flow_affine_flow_test {
namespace {

Matrix<Ball> enclosed(const Matrix<double>& m) { return exact<Ball>(m); }

Matrix<Number> numbers(const Matrix<Ball>& m) {
  return m.unaryExpr([](const Ball& entry) { return Number(entry); });
}
Matrix<Ball> balls(const Matrix<Number>& m) {
  return m.unaryExpr([](const Number& entry) { return entry.as<Ball>(); });
}

Matrix<Ball> exponential(const Matrix<Ball>& m) {
  const Number::Over over_balls(Number::Kind::ball);
  return balls(matrix_exponential(numbers(m)));
}

/// An AffineFlow in balls.
struct BallFlow {
  BallFlow(const Matrix<Ball>& given_a, const Matrix<Ball>& given_b) : a(given_a), b(given_b) {}

  Matrix<Ball> a, b;

  Matrix<Ball> at(const Ball& t, const Matrix<Ball>& start) const {
    const Number::Over over_balls(Number::Kind::ball);
    return balls(over_numbers().at(Number(t), numbers(start)));
  }
  AffineFlow over_numbers() const { return {numbers(a), numbers(b)}; }
};

bool overlap(const Matrix<Ball>& a, const Matrix<Ball>& b) {
  for (Eigen::Index i = 0; i < a.size(); ++i)
    if (!arb_overlaps(a.reshaped()[i].arb(), b.reshaped()[i].arb())) return false;
  return a.rows() == b.rows() && a.cols() == b.cols();
}

double widest(const Matrix<Ball>& m) {
  double result = 0;
  for (const Ball& entry : m.reshaped()) result = std::max(result, mag_get_d(arb_radref(entry.arb())));
  return result;
}

/// Sixteenths in [−2, 2]; A = CᵗC is singular when C has fewer rows than columns.
Matrix<double> random_matrix(std::mt19937& random, Eigen::Index rows, Eigen::Index columns) {
  std::uniform_int_distribution<int> sixteenths(-32, 32);
  Matrix<double> result(rows, columns);
  for (double& entry : result.reshaped()) entry = sixteenths(random) / 16.0;
  return result;
}

struct Case {
  BallFlow flow;
  Matrix<Ball> start;
};

Case random_case(std::mt19937& random, Eigen::Index m, Eigen::Index rank, Eigen::Index n) {
  const Matrix<double> c = random_matrix(random, rank, m);
  return {{enclosed(c.transpose() * c), enclosed(random_matrix(random, m, n))}, enclosed(random_matrix(random, m, n))};
}

TEST(AffineFlow, contains_the_diagonal_closed_form) {
  const Ball::Precision precision(128);
  const Vector<double> rates = (Vector<double>(3) << 2, 0.5, 0).finished();
  const Matrix<double> a = rates.asDiagonal();
  const Matrix<double> b = (Matrix<double>(3, 1) << 1, -3, 0.25).finished();
  const Matrix<double> start = (Matrix<double>(3, 1) << 4, 0, -1).finished();
  for (const double t : {0.0, 0.125, 1.0, 10.0, -2.0}) {
    const Matrix<Ball> w = BallFlow{enclosed(a), enclosed(b)}.at(Ball::point(t), enclosed(start));
    for (Eigen::Index i = 0; i < 2; ++i) {
      const Ball decay = exp(Ball::point(-rates[i] * t)), rest = Ball::point(b(i, 0)) / Ball::point(rates[i]);
      EXPECT_TRUE(arb_overlaps(w(i, 0).arb(), Ball(rest + decay * (Ball::point(start(i, 0)) - rest)).arb())) << t;
    }
    EXPECT_TRUE(arb_contains(w(2, 0).arb(), Ball::point(-1 + 0.25 * t).arb())) << t;
    EXPECT_LT(widest(w), std::ldexp(1, -80));
  }
}

TEST(AffineFlow, composes_like_time) {
  std::mt19937 random(1);
  for (const long bits : {64, 192}) {
    const Ball::Precision precision(bits);
    for (int trial = 0; trial < 60; ++trial) {
      const Case c = random_case(random, 1 + trial % 4, 1 + trial % 3, 1 + trial % 2);
      const Ball s = Ball::point(0.375), t = Ball::point(0.5);
      const Matrix<Ball> at_once = c.flow.at(s + t, c.start);
      EXPECT_TRUE(overlap(at_once, c.flow.at(t, c.flow.at(s, c.start))));
      EXPECT_TRUE(overlap(c.start, c.flow.at(-s, c.flow.at(s, c.start))));
      EXPECT_LT(widest(at_once), std::ldexp(1, int(24 - bits)));
    }
  }
}

/// (W(h) − W(0))/h = W′(0) + ½hW″(ξ) with h = 2⁻⁶⁰ and |W″| far below 2¹².
TEST(AffineFlow, solves_its_equation) {
  const Ball::Precision precision(256);
  std::mt19937 random(2);
  for (int trial = 0; trial < 40; ++trial) {
    const Case c = random_case(random, 2, 1 + trial % 2, 1);
    const Ball h = Ball::point(std::ldexp(1, -60));
    const Matrix<Ball> quotient = (c.flow.at(h, c.start) - c.start) / h;
    const Matrix<Ball> slope = c.flow.b - c.flow.a * c.start;
    for (Eigen::Index i = 0; i < 2; ++i) {
      const Ball error = Ball(quotient(i, 0) - slope(i, 0));
      EXPECT_LT(std::max(std::abs(error.lower()), std::abs(error.upper())), std::ldexp(1, -48));
    }
  }
}

TEST(AffineFlow, rests_at_its_solution) {
  const Ball::Precision precision(128);
  std::mt19937 random(3);
  for (int trial = 0; trial < 20; ++trial) {
    const Matrix<double> c = random_matrix(random, 2, 3), w = random_matrix(random, 3, 1);
    const Matrix<Ball> a = enclosed(c.transpose() * c), rest = enclosed(w);
    EXPECT_TRUE(overlap(rest, BallFlow(a, a * rest).at(Ball(3), rest)));
  }
}

TEST(AffineFlow, zero_matrix_is_exact) {
  const Matrix<Ball> zero = Matrix<Ball>::Constant(2, 2, Ball(0)), start = Matrix<Ball>::Constant(2, 1, Ball(5));
  const Matrix<Ball> w = BallFlow{zero, Matrix<Ball>::Constant(2, 1, Ball(0))}.at(Ball(7), start);
  EXPECT_TRUE(w(0, 0) == Ball(5) && w(1, 0) == Ball(5));
}

TEST(AffineFlow, refuses_shapes) {
  const Matrix<Ball> square = Matrix<Ball>::Constant(2, 2, Ball(1)), column = Matrix<Ball>::Constant(2, 1, Ball(1));
  EXPECT_THROW(exponential(column), std::invalid_argument);
  EXPECT_THROW(BallFlow(square, column).at(Ball(1), square), std::invalid_argument);
  EXPECT_THROW(BallFlow(column, column).at(Ball(1), column), std::invalid_argument);
}

TEST(BatchFlow, follows_each_batch_in_turn) {
  const Ball::Precision precision(128);
  std::mt19937 random(4);
  const Case first = random_case(random, 2, 1, 1), second = random_case(random, 2, 2, 1);
  const auto epoch = [&](const Case& one, const Case& other) {
    const Number::Over over_balls(Number::Kind::ball);
    std::vector<Matrix<Ball>> z;
    for (const Matrix<Number>& each :
         BatchFlow{0.25}.epoch(numbers(first.start), {one.flow.over_numbers(), other.flow.over_numbers()}))
      z.push_back(balls(each));
    return z;
  };
  const auto z = epoch(first, second);
  ASSERT_EQ(z.size(), 3U);
  const Matrix<Ball> middle = first.flow.at(Ball::point(0.25), first.start);
  EXPECT_TRUE(overlap(z[1], middle));
  EXPECT_TRUE(overlap(z[2], second.flow.at(Ball::point(0.25), middle)));
  EXPECT_FALSE(overlap(z[2], epoch(second, first)[2]));
}

}  // namespace
}  // namespace verigrad::flow_affine_flow_test
