// Functions that compute in float32, float16 or bfloat16: right gradients never fail, wrong ones do where they show.
#include <cmath>

#include <gtest/gtest.h>

#include "verigrad/gradient/check_gradient.hpp"
#include "verigrad/gradient/ray.hpp"
#include "verigrad/problem/point.hpp"

namespace verigrad::gradient_coarse_numbers_test {
namespace {

using Point = Vector<double>;

/// Rounds after every operation.
struct Arithmetic {
  int digits;
  double operator()(double value) const { return rounded(value, digits); }

  /// Σ tanh(xᵢ) xᵢ₊₁ + 0.1 xᵢ².
  double value(const Point& x) const {
    const Arithmetic& r = *this;
    double sum = 0;
    for (Eigen::Index i = 0; i < x.size(); ++i) {
      const double at = r(x[i]), next = r(x[(i + 1) % x.size()]);
      sum = r(sum + r(r(r(std::tanh(at)) * next) + r(r(0.1) * r(at * at))));
    }
    return sum;
  }
  Point gradient(const Point& x) const {
    const Arithmetic& r = *this;
    const Eigen::Index n = x.size();
    return Point::NullaryExpr(n, [&](Eigen::Index i) {
      const double th = r(std::tanh(r(x[i]))), before = r(std::tanh(r(x[(i + n - 1) % n])));
      return r(r(r(r(1 - r(th * th)) * r(x[(i + 1) % n])) + before) + r(r(0.2) * r(x[i])));
    });
  }
};

Point spread_point(Eigen::Index n, double phase) {
  return Point::NullaryExpr(n, [=](Eigen::Index i) { return 1.5 * std::sin(7 * double(i) + phase); });
}

TEST(CoarseNumbers, rounding_is_that_of_the_format) {
  EXPECT_EQ(rounded(1.0 / 3, 24), double(float(1.0 / 3)));
  EXPECT_EQ(rounded(-1e30 / 7, 24), double(float(-1e30 / 7)));
  EXPECT_EQ(rounded(1 + 0x1p-11, 11), 1);
  EXPECT_EQ(rounded(1 + 0x1.8p-11, 11), 1 + 0x1p-10);
  EXPECT_EQ(rounded(0x1.8p-24, 11), 0x1p-23) << "below the normal numbers of float16";
  EXPECT_EQ(rounded(0.1, 53), 0.1);
}

TEST(CoarseNumbers, right_gradients_never_fail_whether_the_digits_are_said_or_not) {
  for (const int digits : {24, 11, 8})
    for (int n = 0; n < 20; ++n) {
      const Arithmetic r{digits};
      const Point x = rounded(spread_point(n % 2 == 0 ? 3 : 6, n), digits);
      const auto f = [&](const Point& at) { return r.value(at); };
      const auto gradient = [&](const Point& at) { return r.gradient(at); };
      for (const int said : {digits, 53}) {
        const GradientReport report = check_gradient(f, gradient, x, {.digits = said});
        EXPECT_NE(report.verdict(), Verdict::fails) << digits << " " << said << " " << n << "\n" << report.describe();
        EXPECT_EQ(report.digits, digits);
      }
      const GradientReport along = check_gradient_along_directions(f, gradient, x);
      EXPECT_NE(along.verdict(), Verdict::fails) << digits << " " << n << "\n" << along.describe();
    }
}

TEST(CoarseNumbers, mistakes_that_show_fail_in_float32) {
  const Arithmetic r{24};
  const auto f = [&](const Point& at) { return r.value(at); };
  int found = 0, trials = 0;
  for (int n = 0; n < 10; ++n) {
    const Point x = rounded(spread_point(4, n), 24);
    for (Eigen::Index i = 0; i < 4; ++i) {
      Point given = r.gradient(x);
      given[i] = -given[i];
      ++trials;
      found += check_gradient(
                   f, [&](const Point&) { return given; }, x)
                   .entries[std::size_t(i)]
                   .verdict == Verdict::fails;
    }
  }
  EXPECT_GE(found, trials * 9 / 10);
}

TEST(CoarseNumbers, an_entry_says_which_error_could_be_seen) {
  const Arithmetic r{24};
  const Point x = rounded(spread_point(3, 1), 24);
  const GradientReport report =
      check_gradient([&](const Point& at) { return r.value(at); }, [&](const Point& at) { return r.gradient(at); }, x);
  EXPECT_EQ(report.verdict(), Verdict::holds) << report.describe();
  for (const GradientEntry& entry : report.entries) {
    EXPECT_GT(entry.derivative->error, 0x1p-26);
    EXPECT_LT(entry.derivative->error, 0x1p-6);
  }
}

}  // namespace
}  // namespace verigrad::gradient_coarse_numbers_test
