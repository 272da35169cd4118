// The Lipschitz constant of a gradient step, on which enclosed iterates rest.
#include "verigrad/algorithm/gradient_descent.hpp"

#include <gtest/gtest.h>

#include "verigrad/algorithm/trajectory.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"

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

/// |1 − αL| = 4.1: what the first steps round off near 10⁶ grows more than a thousandfold.
TEST(Trajectory, encloses_iterates_that_move_apart) {
  const ObjectivePtr f = make_objective(Quadratic(at(3), at(1000000.1)));
  const GradientDescent method{.alpha = 1.7};
  const auto enclosed = trajectory<Interval>(method, *f, at(1000000), 6);
  const auto exactly = trajectory<Rational>(method, *f, at(1000000), 6);
  for (std::size_t k = 0; k < exactly.size(); ++k) {
    EXPECT_LE(exact<Rational>(enclosed[k][0].lower()), exactly[k][0]) << k;
    EXPECT_GE(exact<Rational>(enclosed[k][0].upper()), exactly[k][0]) << k;
  }
}

}  // namespace
}  // namespace verigrad::algorithm_gradient_descent_test
