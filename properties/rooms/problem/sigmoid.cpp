// Sigmoid and softplus: the interval kernels enclose what 256-bit balls find, and are tight.
#include "verigrad/number/sigmoid.hpp"

#include <gtest/gtest.h>

#include "verigrad/number/sign.hpp"

#include "drawn.hpp"

namespace verigrad::problem_sigmoid_test {
namespace {

/// Points dense near 0, at both ends of exp's range, and next to the jumps of argument reduction.
std::vector<double> points() {
  std::vector<double> result{0, 0x1p-1074, 1e-300, 1e-18, 699.9999, 700, 700.0000001, 708, 745, 1e5, 1e300};
  for (int k = 1; k <= 1008; k += 7)
    for (const double nudge : {0.0, 1e-12, -1e-12}) result.push_back((k + 0.5) * 0.6931471805599453 + nudge);
  Choices choices = Choices::drawn(7);
  for (int k = 0; k < 20000; ++k) {
    const double unit = std::ldexp(double(choices.up_to((1ull << 53) - 1)), -53);
    result.push_back(unit * (k % 2 == 0 ? 40 : std::ldexp(1.0, k % 60 - 50)));
  }
  const std::size_t count = result.size();
  for (std::size_t k = 0; k < count; ++k) result.push_back(-result[k]);
  return result;
}

Ball softplus_by_definition(const Ball& t) { return log1p(exp(t)); }
Ball sigmoid_by_definition(const Ball& t) { return Ball(1) / (Ball(1) + exp(-t)); }

double relative_distance(const Ball& a, const Ball& b) { return std::abs(approximate(Ball((a - b) / b))); }

/// Whether the interval contains the ball, and is at most 2⁻⁴⁶ of it wide, or 1e-303.
void expect_tight(const Interval& enclosure, const Ball& truth, double t) {
  EXPECT_TRUE(contains(as_ball(enclosure), truth.midpoint())) << t;
  EXPECT_LE(enclosure.upper() - enclosure.lower(), std::max(0x1p-46 * truth.upper(), 1e-303)) << t;
}

TEST(Sigmoid, point_intervals_contain_the_truth_and_are_tight) {
  const Ball::Precision precision(1200);
  for (const double t : points()) {
    if (std::abs(t) > 1e6) continue;
    expect_tight(softplus(Interval::point(t)), softplus_by_definition(Ball::point(t)), t);
    expect_tight(sigmoid(Interval::point(t)), sigmoid_by_definition(Ball::point(t)), t);
  }
}

TEST(Sigmoid, wide_arguments_contain_both_ends) {
  for (const double t : points()) {
    const Interval wide = Interval::hull(t - 1, t + 3);
    EXPECT_LE(softplus(wide).lower(), softplus(Interval::point(t)).lower()) << t;
    EXPECT_GE(softplus(wide).upper(), softplus(Interval::point(t)).upper()) << t;
    const Ball ball = Ball::point(t).widened(Ball(2));
    EXPECT_TRUE(contains(softplus(ball), softplus(Ball::point(t)).midpoint())) << t;
    EXPECT_TRUE(contains(sigmoid(ball), sigmoid(Ball::point(t)).midpoint())) << t;
  }
  EXPECT_FALSE(softplus(Interval::whole()).is_finite());
  EXPECT_FALSE(sigmoid(Interval::whole()).is_finite());
}

TEST(Sigmoid, the_other_number_types_are_near) {
  for (const double t : points()) {
    if (std::abs(t) > 700) continue;
    const Ball::Precision precision(256);
    const Ball truth = softplus_by_definition(Ball::point(t)), slope = sigmoid_by_definition(Ball::point(t));
    EXPECT_NEAR(softplus(t), approximate(truth), 4e-16 * approximate(truth));
    EXPECT_NEAR(sigmoid(t), approximate(slope), 4e-16 * approximate(slope));
    EXPECT_TRUE(overlap(softplus(Ball::point(t)), truth)) << t;
    EXPECT_TRUE(overlap(sigmoid(Ball::point(t)), slope)) << t;
    EXPECT_LT(width(softplus(Ball::point(t))), 1e-70 * std::max(1.0, t)) << t;
  }
}

TEST(Sigmoid, balls_far_left_are_known_to_be_positive) {
  for (const long bits : {64, 256}) {
    const Ball::Precision precision(bits);
    for (const double t : {-1.5, -40.0, -800.0, -1e5, -1e9}) {
      const Ball left = sigmoid<Ball>(Ball::point(t));
      EXPECT_EQ(sign_of(left), Sign::positive) << t;
      EXPECT_LE(relative_distance(left, exp(Ball::point(t)) / (Ball(1) + exp(Ball::point(t)))), 0x1p-50) << t;
    }
  }
}

}  // namespace
}  // namespace verigrad::problem_sigmoid_test
