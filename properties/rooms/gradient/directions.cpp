// Gradients of many entries: right ones hold, one wrong entry is found by halving, and few evaluations are needed.
#include <cmath>

#include <gtest/gtest.h>

#include "verigrad/gradient/check_gradient.hpp"
#include "verigrad/problem/point.hpp"

namespace verigrad::gradient_directions_test {
namespace {

using Point = Vector<double>;

Point spread_point(Eigen::Index n) {
  return Point::NullaryExpr(n, [](Eigen::Index i) { return std::sin(double(7 * i + 1)); });
}

/// Σ sin(xᵢ) + xᵢ xᵢ₊₁/2, around the ring, and its gradient.
double ring(const Point& x) {
  double sum = 0;
  for (Eigen::Index i = 0; i < x.size(); ++i) sum += std::sin(x[i]) + x[i] * x[(i + 1) % x.size()] / 2;
  return sum;
}
Point ring_gradient(const Point& x) {
  const Eigen::Index n = x.size();
  return Point::NullaryExpr(n,
                            [&](Eigen::Index i) { return std::cos(x[i]) + (x[(i + 1) % n] + x[(i + n - 1) % n]) / 2; });
}

GradientFunction always(const Point& given) {
  return [given](const Point&) { return given; };
}

TEST(AlongDirections, a_right_gradient_holds_and_what_would_show_is_said) {
  const Point x = spread_point(2000);
  const GradientReport report = check_gradient_along_directions(ring, ring_gradient, x);
  EXPECT_EQ(report.verdict(), Verdict::holds) << report.describe();
  EXPECT_TRUE(report.entries.empty());
  EXPECT_EQ(report.along->entries, 2000);
  EXPECT_LT(report.along->seen, std::ldexp(1, -20));
  // What is said to show does show, wherever it is.
  for (const Eigen::Index i : {0, 617, 1999}) {
    Point given = ring_gradient(x);
    given[i] += 2 * report.along->seen;
    EXPECT_NE(check_gradient_along_directions(ring, always(given), x).verdict(), Verdict::holds) << i;
  }
}

TEST(AlongDirections, one_wrong_sign_among_a_hundred_thousand_entries_is_found) {
  constexpr Eigen::Index n = 100000, wrong = 61803;
  const Point x = spread_point(n);
  Point given = x.array().square();
  given.head(n - 1) += x.tail(n - 1);
  given.tail(n - 1) += x.head(n - 1);
  given[wrong] = -given[wrong];
  long evaluations = 0;
  const auto counted = [&](const Point& at) {  // Σ xᵢ³/3 + xᵢ xᵢ₊₁
    ++evaluations;
    const double* entries = at.data();
    double sum = 0;
    for (Eigen::Index i = 0; i < n; ++i)
      sum += entries[i] * (entries[i] * entries[i] / 3 + (i + 1 < n ? entries[i + 1] : 0));
    return sum;
  };
  const GradientReport report = check_gradient_along_directions(counted, always(given), x);
  ASSERT_EQ(report.entries.size(), 1u) << report.describe();
  EXPECT_EQ(report.entries[0].index, wrong);
  EXPECT_EQ(report.entries[0].remark, "wrong sign");
  EXPECT_EQ(report.verdict(), Verdict::fails);
  EXPECT_LT(evaluations, 200 * n / 100);
  RecordProperty("evaluations", std::to_string(evaluations));
}

TEST(AlongDirections, several_mistakes_are_found_each_and_more_are_not_hidden) {
  const Point x = spread_point(500);
  const Point right = ring_gradient(x);
  Point given = right;
  given[3] *= 2;
  given[77] = 0;
  given[400] = std::nan("");
  const GradientReport report = check_gradient_along_directions(ring, always(given), x);
  ASSERT_EQ(report.entries.size(), 3u) << report.describe();
  EXPECT_EQ(report.entries[0].remark, "twice too large");
  EXPECT_EQ(report.entries[1].remark, "missing");
  EXPECT_EQ(report.entries[2].remark, "not a number, as 0 · ∞ of a branch not taken");
  for (const GradientEntry& entry : report.entries) EXPECT_EQ(entry.verdict, Verdict::fails);
  EXPECT_FALSE(report.along->fewer);
  for (const Point& all : {Point(-right), Point(right / 2), Point(Point::Zero(500))}) {
    const GradientReport of_all = check_gradient_along_directions(ring, always(all), x);
    EXPECT_EQ(of_all.verdict(), Verdict::fails);
    EXPECT_TRUE(of_all.along->fewer) << of_all.describe();
  }
}

/// Swapped entries add up to no mistake along (1, …, 1).
TEST(AlongDirections, swapped_entries_are_found) {
  const Point x = spread_point(1000);
  Point given = ring_gradient(x);
  std::swap(given[10], given[900]);
  const GradientReport report = check_gradient_along_directions(ring, always(given), x);
  EXPECT_EQ(report.verdict(), Verdict::fails);
  ASSERT_EQ(report.entries.size(), 2u) << report.describe();
  EXPECT_EQ(report.entries[0].remark, "the derivative in coordinate 900: wrong index?");
  EXPECT_EQ(report.entries[1].index, 900);
}

/// The largest of all entries, of which 0 and `tied` are equal.
struct Maximum {
  Eigen::Index tied;
  Point x() const {
    Point x = spread_point(300) / 4;
    x[0] = x[tied] = 1;
    return x;
  }
  Point with(double first, double second) const {
    Point given = Point::Zero(300);
    given[0] = first;
    given[tied] = second;
    return given;
  }
  static double value(const Point& x) { return x.maxCoeff() + ring(x) / 8; }
  GradientReport judge(double first, double second) const {
    return check_gradient_along_directions(value, always(with(first, second) + ring_gradient(x()) / 8), x());
  }
};

TEST(AlongDirections, ties_are_judged_by_the_entries_that_share_them) {
  for (const Eigen::Index tied : {1, 150, 299}) {
    const Maximum f{tied};
    const GradientReport both = f.judge(1, 1);
    EXPECT_EQ(both.verdict(), Verdict::fails) << both.describe();
    ASSERT_EQ(both.entries.size(), 2u) << both.describe();
    EXPECT_EQ(both.entries[0].remark, "at a kink that coordinates share, outside the subgradients");
    for (const double share : {0.0, 0.5, 1.0})
      EXPECT_NE(f.judge(share, 1 - share).verdict(), Verdict::fails) << f.judge(share, 1 - share).describe();
  }
}

/// e₀ is a gradient beside the kink of min(|x₀|, |x₁|), though f is 0 along both axes.
TEST(AlongDirections, a_gradient_from_beside_a_kink_that_is_not_convex_does_not_fail) {
  const auto f = [](const Point& x) {
    return std::min(std::abs(x[0]), std::abs(x[1])) + x.tail(x.size() - 2).array().sin().sum();
  };
  Point x = spread_point(200);
  x[0] = x[1] = 0;
  for (const auto& [first, second] : {std::pair(1.0, 0.0), std::pair(0.0, -1.0), std::pair(0.0, 0.0)}) {
    Point given = x.array().cos();
    given[0] = first;
    given[1] = second;
    EXPECT_NE(check_gradient_along_directions(f, always(given), x).verdict(), Verdict::fails)
        << check_gradient_along_directions(f, always(given), x).describe();
  }
}

/// Σ |xᵢ| at many zeros: 0 there is a subgradient, and a mistake elsewhere shows.
TEST(AlongDirections, many_single_kinks_hide_no_mistake_elsewhere) {
  Point x = spread_point(400);
  for (Eigen::Index i = 0; i < 400; i += 2) x[i] = 0;
  const auto f = [](const Point& at) { return at.lpNorm<1>() + ring(at); };
  Point given = ring_gradient(x);
  for (Eigen::Index i = 1; i < 400; i += 2) given[i] += x[i] > 0 ? 1 : -1;
  EXPECT_NE(check_gradient_along_directions(f, always(given), x).verdict(), Verdict::fails);
  given[201] = -given[201];
  const GradientReport report = check_gradient_along_directions(f, always(given), x);
  EXPECT_EQ(report.verdict(), Verdict::fails) << report.describe();
  EXPECT_EQ(report.entries[0].index, 201);
}

TEST(AlongDirections, a_noisy_function_says_what_would_show) {
  const auto noisy = [](const Point& x) { return ring(x) + 1e-9 * std::sin(1e15 * x.sum()); };
  const Point x = spread_point(300);
  const GradientReport report = check_gradient_along_directions(noisy, ring_gradient, x);
  EXPECT_EQ(report.verdict(), Verdict::holds) << report.describe();
  EXPECT_GT(report.noise, 1e-10);
  EXPECT_GT(report.along->seen, 1e-9);
  EXPECT_LT(report.along->seen, 1e-3);
  Point given = ring_gradient(x);
  given[42] = -given[42];
  EXPECT_EQ(check_gradient_along_directions(noisy, always(given), x).verdict(), Verdict::fails);
}

}  // namespace
}  // namespace verigrad::gradient_directions_test
