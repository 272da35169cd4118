// One step of each method with momentum, by hand, on x² − 3x + 4y² from (2, 1).
#include "verigrad/algorithm/momentum.hpp"

#include <gtest/gtest.h>

#include "verigrad/algorithm/heavy_ball.hpp"
#include "verigrad/algorithm/newton.hpp"
#include "verigrad/problem/quadratic.hpp"

namespace verigrad::algorithm_momentum_test {
namespace {

Vector<double> vector(double x, double y) {
  Vector<double> v(2);
  v << x, y;
  return v;
}

/// ∇f(2, 1) = (1, 8), minimiser (3/2, 0).
ObjectivePtr bowl() { return make_objective(Quadratic(vector(2, 8), vector(1.5, 0))); }

TEST(LaggedMomentum, moves_by_the_old_momentum) {
  const LaggedMomentum method{.alpha = 0.5, .beta = 0.75};
  const auto first = method.step<double>(bowl()->over<double>(), LaggedMomentum::start<double>(vector(2, 1)));
  EXPECT_EQ(first.x, vector(2, 1));
  EXPECT_EQ(first.m, vector(0.25, 2));
  const auto second = method.step<double>(bowl()->over<double>(), first);
  EXPECT_EQ(second.x, vector(1.875, 0));
  EXPECT_EQ(second.m, vector(0.4375, 3.5));
}

TEST(HeavyBall, moves_by_the_new_momentum) {
  const HeavyBall method{.gamma = 0.125, .mu = 0.5};
  const auto first = method.step<double>(bowl()->over<double>(), HeavyBall::start<double>(vector(2, 1)));
  EXPECT_EQ(first.m, vector(-0.125, -1));
  EXPECT_EQ(first.theta, vector(1.875, 0));
  const auto second = method.step<double>(bowl()->over<double>(), first);
  EXPECT_EQ(second.m, vector(-0.15625, -0.5));
  EXPECT_EQ(second.theta, vector(1.71875, -0.5));
}

TEST(Newton, reaches_the_minimiser_of_a_quadratic) {
  EXPECT_EQ(Newton{}.step<double>(bowl()->over<double>(), vector(2, 1)), vector(1.5, 0));
}

}  // namespace
}  // namespace verigrad::algorithm_momentum_test
