// Jacobians and Hessians by their products with directions.
#include <cmath>

#include <gtest/gtest.h>

#include "verigrad/gradient/check_gradient.hpp"
#include "verigrad/problem/point.hpp"

namespace verigrad::gradient_products_test {
namespace {

using Point = Vector<double>;

/// ∇f for f = x₀² x₁ + e^{x₂} x₀ and its Hessian.
Point gradient(const Point& x) {
  return vector({2 * x[0] * x[1] + std::exp(x[2]), x[0] * x[0], std::exp(x[2]) * x[0]});
}
Matrix<double> hessian(const Point& x) {
  const double e = std::exp(x[2]);
  return Matrix<double>{{2 * x[1], 2 * x[0], e}, {2 * x[0], 0, 0}, {e, 0, e * x[0]}};
}
const Point here = vector({1.5, -0.75, 0.3});

TEST(Products, a_right_hessian_holds_along_every_direction) {
  const auto product = [](const Point& x, const Point& v) { return Point(hessian(x) * v); };
  for (const Point& v : {vector({1, 0, 0}), vector({0, 1, 0}), vector({0, 0, 1}), vector({0.5, -2, 3})}) {
    const GradientReport report = check_product(gradient, product, here, v);
    EXPECT_EQ(report.verdict(), Verdict::holds) << report.describe();
  }
}

TEST(Products, a_wrong_entry_is_found_and_named) {
  const auto product = [](const Point& x, const Point& v) {
    Matrix<double> h = hessian(x);
    h(0, 2) = -h(0, 2);
    return Point(h * v);
  };
  EXPECT_EQ(check_product(gradient, product, here, vector({0, 1, 0})).verdict(), Verdict::holds);
  const GradientReport report = check_product(gradient, product, here, vector({0, 0, 1}));
  EXPECT_EQ(report.verdict(), Verdict::fails);
  EXPECT_EQ(report.entries[0].remark, "wrong sign");
  EXPECT_EQ(report.entries[2].verdict, Verdict::holds);
}

TEST(Products, the_map_is_asked_once_a_point) {
  int asked = 0;
  const auto counted = [&](const Point& x) {
    ++asked;
    return gradient(x);
  };
  check_product(
      counted, [](const Point& x, const Point& v) { return Point(hessian(x) * v); }, here, vector({1, 1, 1}));
  EXPECT_LT(asked, 300);
}

/// The second derivative of ½ max(0, x)² is no single number at 0, and that of |x| is none.
TEST(Products, kinks_and_jumps_of_the_map_are_left_open) {
  const auto relu = [](const Point& x) { return vector({std::max(0.0, x[0])}); };
  const auto sign = [](const Point& x) { return vector({double(x[0] > 0) - double(x[0] < 0)}); };
  const auto times = [](double slope) { return [=](const Point&, const Point& v) { return Point(slope * v); }; };
  for (const double slope : {0.0, 0.5, 1.0})
    EXPECT_EQ(check_product(relu, times(slope), vector({0}), vector({1})).verdict(), Verdict::holds);
  EXPECT_EQ(check_product(relu, times(2), vector({0}), vector({1})).verdict(), Verdict::undecided);
  EXPECT_EQ(check_product(sign, times(0), vector({0}), vector({1})).verdict(), Verdict::undecided);
}

TEST(Products, wrong_calls_say_so) {
  const auto short_product = [](const Point&, const Point&) { return vector({1}); };
  EXPECT_THROW(check_product(gradient, short_product, here, vector({1, 0, 0})), std::invalid_argument);
  EXPECT_THROW(check_product(gradient, short_product, here, vector({0, 0, 0})), std::invalid_argument);
  EXPECT_THROW(check_product(gradient, short_product, here, vector({1})), std::invalid_argument);
}

}  // namespace
}  // namespace verigrad::gradient_products_test
