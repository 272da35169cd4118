// Terms of linear models and softmax regression: their in-place gradients have the gradient of the whole as their mean.
#include <cmath>

#include <gtest/gtest.h>

#include "verigrad/gradient/check_gradient.hpp"
#include "verigrad/number/sign.hpp"
#include "verigrad/problem/least_squares.hpp"
#include "verigrad/problem/linear_model_loss.hpp"
#include "verigrad/problem/linear_terms.hpp"
#include "verigrad/problem/logistic_regression.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/softmax_regression.hpp"

#include "properties/rooms/problem/drawn.hpp"

namespace verigrad::problem_terms_test {
namespace {

const Matrix<double> a = (Matrix<double>(4, 2) << 1, 2, -0.5, 1, 3, -1, 0.25, 0.5).finished();
const Vector<double> signs = (Vector<double>(4) << 1, -1, -1, 1).finished();
const Vector<double> classes = (Vector<double>(4) << 0, 2, 1, 2).finished();
constexpr double ridge = 0.125;

template <class Terms>
Vector<double> mean_gradient(const Terms& terms, const Vector<double>& x) {
  Vector<double> sum = Vector<double>::Zero(x.size()), g = x;
  for (int i = 0; i < terms.size(); ++i) {
    terms.gradient(i, x, g);
    sum += g;
  }
  return sum / terms.size();
}

/// Each entry within a few roundings of an enclosure.
void expect_near(const Vector<double>& found, const Vector<Interval>& enclosure) {
  ASSERT_EQ(found.size(), enclosure.size());
  for (Eigen::Index i = 0; i < found.size(); ++i) EXPECT_NEAR(found[i], approximate(enclosure[i]), 0x1p-44);
}

/// At s = 3: ½·2², ¼·2⁴, their derivatives, and what bounds 3(s − y)² to either side.
TEST(LinearModelLosses, are_their_formulas) {
  const Rational s(3), y(1);
  EXPECT_EQ(loss_value<Rational>(LinearModelLoss::squared, s, y), 2);
  EXPECT_EQ(loss_derivative<Rational>(LinearModelLoss::squared, s, y), 2);
  EXPECT_EQ(loss_value<Rational>(LinearModelLoss::quartic, s, y), 4);
  EXPECT_EQ(loss_derivative<Rational>(LinearModelLoss::quartic, s, y), 8);
  EXPECT_EQ(loss_curvature<Rational>(LinearModelLoss::squared, s, 1, y), 1);
  EXPECT_EQ(loss_curvature<Rational>(LinearModelLoss::quartic, s, 1, y), 27);
  EXPECT_EQ(loss_curvature<Rational>(LinearModelLoss::quartic, s, -1, y), 12);
  EXPECT_EQ(loss_curvature<Rational>(LinearModelLoss::logistic, s, 1, 2), 1);
  EXPECT_NEAR(loss_value<double>(LinearModelLoss::logistic, 3, -1), std::log1p(std::exp(3.0)), 0x1p-48);
  EXPECT_NEAR(loss_derivative<double>(LinearModelLoss::logistic, 3, -1), 1 / (1 + std::exp(-3.0)), 0x1p-48);
}

const Vector<double> x = (Vector<double>(2) << 0.75, -1.5).finished();

TEST(LinearTerms, have_the_gradient_of_logistic_regression_as_mean) {
  const LinearTerms terms(LinearTerms::Loss::logistic, a, signs, ridge);
  expect_near(mean_gradient(terms, x), LogisticRegression(a, signs, ridge).gradient<Interval>(exact<Interval>(x)));
  EXPECT_EQ(terms.largest_L(), 10 / 4.0 + ridge);
}

TEST(LinearTerms, have_the_gradient_of_least_squares_as_mean) {
  const LinearTerms terms(LinearTerms::Loss::squares, a, signs, ridge);
  EXPECT_EQ(exact<Rational>(mean_gradient(terms, x)),
            LeastSquares(a, signs, ridge).gradient<Rational>(exact<Rational>(x)))
      << "nothing is rounded";
  EXPECT_EQ(terms.largest_L(), 10 + ridge);
}

TEST(LinearTerms, refuse_what_is_no_table) {
  EXPECT_THROW(LinearTerms(LinearTerms::Loss::squares, a, x, ridge), std::invalid_argument);
  EXPECT_THROW(LinearTerms(LinearTerms::Loss::squares, a, signs, -1), std::invalid_argument);
}

const Vector<double> w = (Vector<double>(6) << 0.5, -1, 0.25, 2, 0, -0.75).finished();

TEST(SoftmaxRegression, has_the_mean_of_its_terms_as_gradient) {
  const SoftmaxRegression f(a, classes, 3, ridge);
  expect_near(mean_gradient(f, w), f.gradient<Interval>(exact<Interval>(w)));
  expect_near(f.gradient<double>(w), f.gradient<Interval>(exact<Interval>(w)));
}

TEST(SoftmaxRegression, has_the_derivative_of_its_value_as_gradient) {
  const SoftmaxRegression f(a, classes, 3, ridge);
  const GradientReport report = check_gradient([&](const Vector<double>& at) { return f.value<double>(at); },
                                               [&](const Vector<double>& at) { return f.gradient<double>(at); }, w);
  EXPECT_EQ(report.verdict(), Verdict::holds) << report.describe();
}

TEST(SoftmaxRegression, with_two_classes_is_logistic_regression) {
  const Vector<double> zero_or_one = (signs.array() + 1) / 2;
  const SoftmaxRegression f(a, zero_or_one, 2, ridge);
  Vector<double> halves(4);
  halves << -x / 2, x / 2;
  const Interval logistic = LogisticRegression(a, signs, ridge / 2).value<Interval>(exact<Interval>(x));
  const Interval softmax = f.value<Interval>(exact<Interval>(halves));
  EXPECT_TRUE(overlap(as_ball(softmax), as_ball(logistic)));
  EXPECT_LT(hull(softmax, logistic).upper() - hull(softmax, logistic).lower(), 0x1p-44);
}

TEST(SoftmaxRegression, encloses_its_minimum) {
  const SoftmaxRegression f(a, classes, 3, ridge);
  Vector<double> point = w;
  for (int k = 0; k < 2000; ++k) point -= f.gradient<double>(point) / f.largest_L();
  const Interval near = f.enclosed_minimum(point), far = f.enclosed_minimum(w);
  EXPECT_LE(far.lower(), near.upper());
  EXPECT_LE(near.lower(), far.upper());
  EXPECT_LT(near.upper() - near.lower(), 0x1p-40);
  EXPECT_GT(far.upper() - far.lower(), 0x1p-10);
}

TEST(SoftmaxRegression, stays_finite_far_out) {
  const SoftmaxRegression f(a, classes, 3, ridge);
  EXPECT_TRUE(std::isfinite(f.value<double>(1000 * w)));
  EXPECT_TRUE(f.gradient<double>(1000 * w).allFinite());
}

TEST(SoftmaxRegression, refuses_what_it_cannot_hold) {
  EXPECT_THROW(SoftmaxRegression(a, classes, 2, ridge), std::invalid_argument);
  EXPECT_THROW(SoftmaxRegression(a, classes / 2, 3, ridge), std::invalid_argument);
  EXPECT_THROW(SoftmaxRegression(a, classes, 3, 0), std::invalid_argument);
}

/// What is left of two forms of the gradient and the Hessian when α is taken off the ridge is what the code yields.
TEST(Terms, without_a_share_of_the_ridge_are_those_of_the_whole) {
  const LogisticRegression f(a, signs, ridge);
  const Ball::Precision precision(256);
  for (const double alpha : {0.0, 0.0625, ridge, 1.0}) {
    const Vector<Ball> p = exact<Ball>(vector({3, -1})), q = exact<Ball>(vector({-0.5, 2}));
    const Vector<Ball> d = p - q;
    const Ball share = Ball::point(alpha) * squared_norm(d);
    const Ball change = dot<Ball>(f.gradient(p) - f.gradient(q), d) - share;
    const Ball form = dot<Ball>(f.hessian_product(p, d), d) - share;
    for (const Ball& difference : {Ball(f.monotonicity_beyond(Ball::point(alpha), p, q) - change),
                                   Ball(f.hessian_beyond(Ball::point(alpha), p, d) - form)}) {
      EXPECT_TRUE(contains(difference, Ball(0))) << difference;
      EXPECT_LT(width(difference), 0x1p-200);
    }
  }
}

/// Margins of ±10⁵, where σ is 0 or 1 to a hundred thousand bits.
TEST(Terms, of_far_points_are_positive_beyond_the_ridge) {
  const LogisticRegression f(a, signs, ridge);
  const Ball alpha = Ball::point(ridge);
  for (const double far : {1e5, -1e5}) {
    const Vector<Ball> p = exact<Ball>(vector({far, 1})), q = exact<Ball>(vector({2 * far, -far}));
    EXPECT_EQ(sign_of(f.monotonicity_beyond(alpha, p, q)), Sign::positive);
    EXPECT_EQ(sign_of(f.hessian_beyond<Ball>(alpha, p, p - q)), Sign::positive);
  }
}

}  // namespace
}  // namespace verigrad::problem_terms_test
