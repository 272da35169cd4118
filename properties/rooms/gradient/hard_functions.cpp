// Gradient checks of hard functions, with kinks, noise, bad scales, borders: entries are left undecided, not misjudged.
#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "verigrad/gradient/check_gradient.hpp"
#include "verigrad/problem/point.hpp"

namespace verigrad::gradient_hard_functions_test {
namespace {

using Point = Vector<double>;

TEST(CheckGradient, tests_subgradients_at_kinks) {
  const auto kinks = []<class V>(const Vector<V>& x) { return V(magnitude(x[0]) + x[1] - V(3) * relu(x[2])); };
  const auto value = [](const Point& x) { return std::abs(x[0]) + x[1] - 3 * std::max(0.0, x[2]); };
  const Point x = vector({0, 0, 0});
  const auto judge = [&](double first, double third, Verdict expected) {
    const auto gradient = [=](const Point&) { return vector({first, 1, third}); };
    for (const GradientReport& report : {check_gradient(value, gradient, x), certify_gradient(kinks, gradient, x)}) {
      EXPECT_EQ(report.verdict(), expected) << report.describe();
      EXPECT_TRUE(report.entries[0].derivative->kink);
      EXPECT_FALSE(report.entries[1].derivative->kink);
      EXPECT_TRUE(report.entries[2].derivative->kink);
      EXPECT_EQ(report.entries[0].remark, expected == Verdict::fails ? "at a kink, outside the subgradients" : "");
    }
  };
  for (const double valid : {-1.0, -0.25, 0.0, 1.0}) judge(valid, -1.5, Verdict::holds);
  for (const double invalid : {-1.5, 1.001, 7.0}) judge(invalid, 0, Verdict::fails);
  const GradientReport near = check_gradient(
      value,
      [](const Point&) {
        return vector({1, 1, 0});
      },
      vector({0x1p-10, 0, -0x1p-12}));
  EXPECT_EQ(near.verdict(), Verdict::holds) << near.describe();
}

/// A number in [−1, 1] that depends on every bit of x.
double hash(double x) { return std::sin(1e6 * std::remainder(x * 0x1p40, 7919.0)); }

TEST(CheckGradient, measures_the_noise_of_a_noisy_function) {
  for (const double level : {0x1p-40, 0x1p-20, 0x1p-14}) {
    const auto f = [=](const Point& x) { return x[0] * x[0] + 3 * x[1] + level * hash(x[0] + x[1]); };
    const auto gradient = [](const Point& x) { return vector({2 * x[0], 3}); };
    const auto wrong = [](const Point& x) { return vector({x[0], -3}); };
    const Point x = vector({1.25, 0.5});
    EXPECT_EQ(check_gradient(f, gradient, x).verdict(), Verdict::holds) << check_gradient(f, gradient, x).describe();
    const GradientReport report = check_gradient(f, wrong, x);
    EXPECT_EQ(report.entries[0].remark, "half too small: factor 1/2, or one of two equal paths") << report.describe();
    EXPECT_EQ(report.entries[1].remark, "wrong sign") << report.describe();
  }
  const auto drowned = [](const Point& x) { return x[0] + 4 * hash(x[0]); };
  const auto one = [](const Point&) { return vector({1}); };
  EXPECT_EQ(check_gradient(drowned, one, vector({1.25})).verdict(), Verdict::undecided);
}

TEST(CheckGradient, copes_with_bad_scales) {
  const Point scales = vector({0x1p-27, 0x1p-13, 1, 0x1p13, 0x1p27});
  for (const double weight : {0x1p-27, 1.0, 0x1p27}) {
    const auto f = [&](const Point& x) { return weight * x.cwiseQuotient(scales).array().sin().sum(); };
    const auto gradient = [&](const Point& x) {
      return Point(weight * x.cwiseQuotient(scales).array().cos() / scales.array());
    };
    for (const double at : {0.0, 0.7, -1.3}) {
      const Point x = at * scales;
      EXPECT_EQ(check_gradient(f, gradient, x).verdict(), Verdict::holds) << check_gradient(f, gradient, x).describe();
    }
  }
  const auto hidden = [](const Point& x) { return 0x1p27 * x[0] * x[0] + 0x1p-27 * x[1]; };
  const GradientReport report = check_gradient(
      hidden,
      [](const Point&) {
        return vector({0x1p28, -0x1p-27});
      },
      vector({1, 1}));
  EXPECT_EQ(report.entries[0].verdict, Verdict::holds) << report.describe();
  EXPECT_EQ(report.entries[1].verdict, Verdict::undecided) << report.describe();
}

TEST(CheckGradient, copes_with_the_border_of_the_domain) {
  const auto f = [](const Point& x) { return std::log(x[0]) + std::sqrt(x[1]) * x[1] + x[2]; };
  const auto gradient = [](const Point& x) { return vector({1 / x[0], 1.5 * std::sqrt(x[1]), 1}); };
  const Point inside = vector({0.01, 0x1p-20, 2});
  EXPECT_EQ(check_gradient(f, gradient, inside).verdict(), Verdict::holds)
      << check_gradient(f, gradient, inside).describe();
  const auto root = [](const Point& x) { return std::sqrt(x[0]); };
  const auto steep = [](const Point&) { return vector({1e6}); };
  EXPECT_NE(check_gradient(root, steep, vector({0})).verdict(), Verdict::holds) << "no derivative";
  const auto alone = [](const Point& x) { return x[0] == 1 ? 0 : std::nan(""); };
  EXPECT_EQ(check_gradient(alone, steep, vector({1})).entries[0].remark, "f is not finite on either side");
  const auto step = [](const Point& x) { return std::floor(x[0]); };
  for (const double given : {0.0, 1.0, 5.0})
    EXPECT_EQ(check_gradient(
                  step, [=](const Point&) { return vector({given}); }, vector({1}))
                  .verdict(),
              Verdict::undecided);
}

TEST(CheckGradient, certifies_what_doubles_hide) {
  const auto f = []<class V>(const Vector<V>& x) {
    return V(exact<V>(0x1p27) * square(x[0]) + exact<V>(0x1p-27) * x[1]);
  };
  const auto gradient = [](double second) { return [=](const Point& x) { return vector({0x1p28 * x[0], second}); }; };
  EXPECT_EQ(certify_gradient(f, gradient(0x1p-27), vector({1, 1})).verdict(), Verdict::holds);
  EXPECT_EQ(certify_gradient(f, gradient(-0x1p-27), vector({1, 1})).entries[1].remark, "wrong sign");
  const auto cancels = []<class V>(const Vector<V>& x) {
    return V((x[0] + exact<V>(0x1p60)) * x[0] - exact<V>(0x1p60) * x[0]);
  };
  const auto rounded = [](const Point& x) { return vector({(x[0] + 0x1p60) + x[0] - 0x1p60}); };
  const GradientReport report = certify_gradient(cancels, rounded, vector({3}));
  EXPECT_EQ(report.verdict(), Verdict::undecided) << report.describe();
  EXPECT_EQ(report.entries[0].remark, "the error hides the entry");
}

TEST(CheckGradient, zeros_hold_where_f_does_not_vary) {
  const auto f = [](const Point& x) { return 3 + x[0] * x[0] + std::cos(x[2]); };
  const auto gradient = [](const Point&) { return vector({0, 0, 0}); };
  EXPECT_EQ(check_gradient(f, gradient, vector({0, 5, 0})).verdict(), Verdict::holds)
      << check_gradient(f, gradient, vector({0, 5, 0})).describe();
  EXPECT_EQ(check_gradient(f, gradient, vector({1, 5, 0})).entries[0].remark, "missing");
}

TEST(CheckGradient, a_constant_function_tests_nothing) {
  const auto constant = [](const Point&) { return 3.0; };
  const auto saturated = [](const Point& x) { return 1 / (1 + std::exp(-x[0])); };
  const auto zero = [](const Point& x) { return Point::Zero(x.size()); };
  const auto expect_nothing = [&](const GradientReport& report) {
    EXPECT_EQ(report.verdict(), Verdict::undecided);
    EXPECT_NE(report.describe().find("which tests nothing"), std::string::npos) << report.describe();
  };
  expect_nothing(check_gradient(constant, zero, vector({1, 2})));
  expect_nothing(check_gradient(saturated, zero, vector({1000})));
  expect_nothing(check_gradient_along_directions(constant, zero, Point::Ones(300)));
  const auto one = [](const Point& x) { return Point::Ones(x.size()); };
  EXPECT_EQ(check_gradient(constant, one, vector({1, 2})).verdict(), Verdict::fails);
}

}  // namespace
}  // namespace verigrad::gradient_hard_functions_test
