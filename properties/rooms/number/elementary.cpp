// tanh and eᵗ − 1 over intervals contain what the double functions give, as their header says.
#include "verigrad/number/elementary.hpp"

#include <cmath>

#include <gtest/gtest.h>

namespace verigrad::number_elementary_test {
namespace {

bool contains(const Interval& x, double y) { return x.lower() <= y && y <= x.upper(); }

TEST(Elementary, intervals_contain_the_double_functions) {
  for (int k = -4000; k <= 4000; ++k) {
    const double t = std::sin(double(k)) * std::ldexp(3, k % 5);
    EXPECT_TRUE(contains(hyperbolic_tangent(Interval::point(t)), std::tanh(t))) << t;
    EXPECT_TRUE(contains(exp_minus_one(Interval::point(t)), std::expm1(t))) << t;
  }
}

TEST(Elementary, intervals_contain_the_images_of_both_ends) {
  const Interval t = Interval::hull(-1, 2);
  for (const double end : {-1.0, 0.5, 2.0}) {
    EXPECT_TRUE(contains(hyperbolic_tangent(t), std::tanh(end)));
    EXPECT_TRUE(contains(exp_minus_one(t), std::expm1(end)));
  }
}

}  // namespace
}  // namespace verigrad::number_elementary_test
