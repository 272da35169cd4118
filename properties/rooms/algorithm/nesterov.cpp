// Nesterov's method and its schedules by hand.
#include "verigrad/algorithm/nesterov.hpp"

#include <gtest/gtest.h>

#include "verigrad/problem/point.hpp"

namespace verigrad::algorithm_nesterov_test {
namespace {

TEST(Nesterov, looks_ahead_and_moves_by_the_new_momentum) {
  const Nesterov method{.gamma = 0.25, .mu = 0.5};
  Nesterov::State<double> state{at(1), at(4)};
  EXPECT_EQ(method.look_ahead(state), at(3));
  method.advance<double>(state, at(2));
  EXPECT_EQ(state.m, at(1.5));
  EXPECT_EQ(state.theta, at(2.5));
}

TEST(NesterovSchedule, begins_at_zero) {
  EXPECT_EQ(NesterovSchedule::at<double>(0), 0);
  EXPECT_EQ(NesterovSchedule::at<Rational>(1), Rational(1, 4));
  EXPECT_EQ(NesterovSchedule::at<Rational>(2), Rational(2, 5));
}

TEST(NesterovSchedule1983, follows_its_recursion) {
  const double a1 = (1 + std::sqrt(5)) / 2, a2 = (1 + std::sqrt(4 * a1 * a1 + 1)) / 2;
  EXPECT_EQ(NesterovSchedule1983::at<Rational>(0), 0);
  EXPECT_DOUBLE_EQ(NesterovSchedule1983::at<double>(1), (a1 - 1) / a2);
  EXPECT_DOUBLE_EQ(NesterovSchedule1983::at<double>(2), (a2 - 1) / ((1 + std::sqrt(4 * a2 * a2 + 1)) / 2));
}

}  // namespace
}  // namespace verigrad::algorithm_nesterov_test
