// The Lipschitz constant of a gradient step, on which enclosed iterates rest.
#include "verigrad/algorithm/gradient_descent.hpp"

#include <gtest/gtest.h>

namespace verigrad::algorithm_gradient_descent_test {
namespace {

/// At most a few units in the last place above.
void expect_just_above(double bound, double value) {
  EXPECT_GE(bound, value);
  EXPECT_LE(bound, value * (1 + 0x1p-48));
}

TEST(GradientDescent, is_as_lipschitz_as_the_farther_end_of_the_curvature) {
  const GradientDescent method{.alpha = 0.5};
  expect_just_above(method.lipschitz({.lower = 1, .upper = 8}), 3);
  expect_just_above(method.lipschitz({.lower = -2, .upper = 1}), 2);
  expect_just_above(method.lipschitz({.lower = 1, .upper = 2}), 0.5);
  expect_just_above(method.lipschitz({.lower = 3, .upper = 3}), 0.5);
}

}  // namespace
}  // namespace verigrad::algorithm_gradient_descent_test
