// Kinks that several coordinates share: subgradients hold, what lies outside of the subdifferential fails, and the
// convex criterion is not taken for one where f is not convex.
#include <algorithm>
#include <cmath>

#include "verigrad/report/googletest.hpp"

#include "properties/rooms/gradient/verdicts.hpp"

namespace verigrad::gradient_joint_kinks_test {
namespace {

using namespace gradient_test;

template <class V>
V largest(const Vector<V>& x) {
  V result = x[0];
  for (Eigen::Index i = 1; i < x.size(); ++i) result = larger(result, x[i]);
  return result;
}
template <class V>
V smallest(const Vector<V>& x) {
  V result = x[0];
  for (Eigen::Index i = 1; i < x.size(); ++i) result = smaller(result, x[i]);
  return result;
}
constexpr auto maximum = []<class V>(const Vector<V>& x) { return largest(x); };
constexpr auto minimum = []<class V>(const Vector<V>& x) { return smallest(x); };
constexpr auto spread = []<class V>(const Vector<V>& x) { return V(largest(x) - smallest(x)); };
constexpr auto length = []<class V>(const Vector<V>& x) {
  if constexpr (std::is_same_v<V, double>)
    return x.norm();
  else
    return norm(x);
};
constexpr auto root_of_squares = []<class V>(const Vector<V>& x) {
  using std::sqrt;
  V sum(0);
  for (const V& entry : x) sum = sum + square(entry);
  return V(sqrt(sum));
};
/// √((1/n) Σ (xᵢ − x̄)²) for n a power of 2, for which 1/n is exact.
constexpr auto deviation = []<class V>(const Vector<V>& x) {
  using std::sqrt;
  const V share = frac<V>(1, int(x.size()));
  V mean(0), variance(0);
  for (const V& entry : x) mean = mean + share * entry;
  for (const V& entry : x) variance = variance + share * square(V(entry - mean));
  return V(sqrt(variance));
};

TEST(GradientAtJointKinks, judges_a_tie_of_two) {
  for (const Point& tie : {vector({0, 0}), vector({1.5, 1.5}), vector({-1e-8, -1e-8})}) {
    for (const Point& inside : {vector({1, 0}), vector({0, 1}), vector({0.5, 0.5}), vector({0.25, 0.75})}) {
      expect_both(maximum, tie, inside, Verdict::holds);
      expect_both(minimum, tie, inside, Verdict::holds);
    }
    for (const Point& outside :
         {vector({1, 1}), vector({0, 0}), vector({1, 0.01}), vector({0.5, 0.49}), vector({2, -1}),
          vector({-0.25, 1.25}), vector({-0.5, -0.5}), vector({1e300, 1e300}), vector({-1e300, 1e300})}) {
      expect_both(maximum, tie, outside, Verdict::fails);
      expect_both(minimum, tie, outside, Verdict::fails);
    }
  }
}

TEST(GradientAtJointKinks, judges_ties_of_three_and_more) {
  for (const int n : {3, 4, 5}) {
    const Point tie = Point::Constant(n, 0.75);
    const Point even = Point::Constant(n, n == 4 ? 0.25 : 0).array() + (n == 4 ? 0 : 0.125);
    Point mixed = even;
    mixed[0] += 1 - even.sum();
    const Point first = Point::Unit(n, 0), ones = Point::Ones(n);
    for (const auto& inside : {mixed, first})
      for (const bool max : {true, false})
        max ? expect_both(maximum, tie, inside, Verdict::holds) : expect_both(minimum, tie, inside, Verdict::holds);
    for (const Point& outside : {ones, Point(0 * ones), Point(first + 0.125 * Point::Unit(n, 1)),
                                 Point(1.25 * first - 0.25 * Point::Unit(n, n - 1)), Point(-first)})
      for (const bool max : {true, false})
        max ? expect_both(maximum, tie, outside, Verdict::fails) : expect_both(minimum, tie, outside, Verdict::fails);
  }
}

/// A tie of some coordinates leaves the others out.
TEST(GradientAtJointKinks, judges_up_to_sixteen_coordinates_by_differences) {
  for (const int n : {7, 9, 16}) {
    const Point tie = Point::Constant(n, 0.75), zero = Point::Zero(n), ones = Point::Ones(n);
    for (const Point& inside : {Point(Point::Unit(n, 3)), Point(0.5 * Point::Unit(n, 0) + 0.5 * Point::Unit(n, n - 1))})
      expect_estimated(maximum, tie, inside, Verdict::holds);
    for (const Point& outside : {ones, zero, Point(Point::Unit(n, 0) + 0.125 * Point::Unit(n, n - 1))})
      expect_estimated(maximum, tie, outside, Verdict::fails);
    expect_estimated(length, zero, zero, Verdict::holds);
    expect_estimated(length, zero, Point(ones / n), Verdict::holds);
    expect_estimated(length, zero, ones, Verdict::fails);
  }
  const GradientReport of_many = estimated(maximum, Point::Constant(17, 0.75), Point::Unit(17, 0));
  EXPECT_EQ(of_many.verdict(), Verdict::undecided);
  EXPECT_EQ(of_many.entries[0].remark, "at a kink that too many coordinates share");
}

TEST(GradientAtJointKinks, judges_a_tie_beside_smooth_coordinates_and_single_kinks) {
  const auto f = []<class V>(const Vector<V>& x) {
    return V(square(x[0]) + larger(x[1], x[3]) + magnitude(x[2]) * V(2));
  };
  const Point x = vector({3, 0.5, 0, 0.5});
  for (const double third : {-2.0, 0.5, 2.0}) {
    expect_both(f, x, vector({6, 0.25, third, 0.75}), Verdict::holds);
    expect_both(f, x, vector({6, 1, third, 1}), Verdict::fails);
    expect_both(f, x, vector({5, 0.25, third, 0.75}), Verdict::fails);
  }
  expect_both(f, x, vector({6, 0.25, 2.5, 0.75}), Verdict::fails);
  const GradientReport report = enclosed(f, x, vector({6, 1, 0, 1}));
  EXPECT_EQ(report.entries[0].verdict, Verdict::holds);
  EXPECT_EQ(report.entries[1].verdict, Verdict::fails);
  EXPECT_EQ(report.entries[1].remark, "at a kink that coordinates share, outside the subgradients");
  EXPECT_EQ(report.entries[2].verdict, Verdict::holds);
  EXPECT_EQ(report.entries[3].verdict, Verdict::fails);
}

TEST(GradientAtJointKinks, judges_norms_at_zero) {
  const auto judge = [](const auto& f) {
    const Point zero = vector({0, 0});
    for (const Point& inside :
         {vector({0, 1}), vector({-1, 0}), vector({0.6, 0.8}), vector({0, 0}), vector({0.3, -0.2})})
      expect_both(f, zero, inside, Verdict::holds);
    for (const Point& outside : {vector({0.9, 0.9}), vector({2, 0}), vector({-0.8, 0.7}), vector({0, -1.25})})
      expect_both(f, zero, outside, Verdict::fails);
  };
  judge(length);
  judge(root_of_squares);
  judge([]<class V>(const Vector<V>& x) { return V(length(x) + square(x[0])); });
  const Point zero = vector({0, 0, 0});
  for (const Point& inside : {vector({0, 1, 0}), vector({0.6, 0, 0.8}), vector({0.25, 0.25, -0.5})}) {
    expect_both(length, zero, inside, Verdict::holds);
    expect_enclosed(root_of_squares, zero, inside, Verdict::holds);
  }
  for (const Point& outside : {vector({1, 1, 1}), vector({0, 0, 1.5}), vector({0.8, 0.8, 0.8})}) {
    expect_both(length, zero, outside, Verdict::fails);
    expect_enclosed(root_of_squares, zero, outside, Verdict::fails);
  }
}

TEST(GradientAtJointKinks, judges_a_standard_deviation_at_equal_entries) {
  const Point equal = vector({0.25, 0.25});  // √variance = |x₀ − x₁|/2
  for (const Point& inside : {vector({0.5, -0.5}), vector({0, 0}), vector({-0.25, 0.25})})
    expect_both(deviation, equal, inside, Verdict::holds);
  for (const Point& outside : {vector({0.5, 0.5}), vector({1, -1}), vector({0.5, 0}), vector({-0.25, -0.25})}) {
    EXPECT_NE(enclosed(deviation, equal, outside).verdict(), Verdict::holds);
    expect_estimated(deviation, equal, outside, Verdict::fails);
  }
  expect_enclosed(deviation, equal, vector({0.5, 0.5}), Verdict::fails);
  const Point four = Point::Constant(4, 2);
  expect_both(deviation, four, vector({0.25, -0.25, 0, 0}), Verdict::holds);
  expect_both(deviation, four, Point::Constant(4, 0.25), Verdict::fails);
}

/// The subdifferentials of |x| − |y| and the like are larger than what directional derivatives at the kink allow.
TEST(GradientAtJointKinks, judges_kinks_that_are_not_convex) {
  const Point zero = vector({0, 0});
  const auto saddle = []<class V>(const Vector<V>& x) { return V(magnitude(x[0]) - magnitude(x[1])); };
  for (const Point& inside : {vector({0, 0}), vector({1, 1}), vector({1, -1}), vector({-1, 0.5})})
    expect_both(saddle, zero, inside, Verdict::holds);
  for (const Point& outside : {vector({1.5, 0}), vector({0, -1.5})}) expect_both(saddle, zero, outside, Verdict::fails);

  // Both one-sided slopes along the axes are 0; the gradients beside 0 are ±e₀ and ±e₁.
  const auto pyramid = []<class V>(const Vector<V>& x) { return V(smaller(magnitude(x[0]), magnitude(x[1]))); };
  for (const Point& inside : {vector({0, 0}), vector({1, 0}), vector({0, -1}), vector({0.5, 0.5})})
    expect_both(pyramid, zero, inside, Verdict::holds);
  for (const Point& outside : {vector({1, 1}), vector({2, 0}), vector({-0.75, 0.5})}) {
    EXPECT_NE(enclosed(pyramid, zero, outside).verdict(), Verdict::holds);
    EXPECT_NE(estimated(pyramid, zero, outside).verdict(), Verdict::holds);
  }
  expect_enclosed(pyramid, zero, vector({2, 0}), Verdict::fails);

  // The gradients beside 0 are (a − b, b) for a, b = ±1.
  const auto difference = []<class V>(const Vector<V>& x) { return V(magnitude(x[0]) - magnitude(V(x[0] - x[1]))); };
  for (const Point& inside : {vector({2, -1}), vector({-2, 1}), vector({0, 1}), vector({0, 0}), vector({1, 0})})
    expect_both(difference, zero, inside, Verdict::holds);
  EXPECT_NE(enclosed(difference, zero, vector({2, 0})).verdict(), Verdict::holds);
  expect_enclosed(difference, zero, vector({3, 0}), Verdict::fails);

  expect_both(spread, vector({1, 1}), vector({1, -1}), Verdict::holds);
  expect_both(spread, vector({1, 1}), vector({0, 0}), Verdict::holds);
  EXPECT_NE(enclosed(spread, vector({1, 1}), vector({1, 1})).verdict(), Verdict::holds);
  expect_both(spread, vector({1, 1, 1}), vector({1, 0, -1}), Verdict::holds);
  EXPECT_NE(enclosed(spread, vector({1, 1, 1}), vector({1, 1, 1})).verdict(), Verdict::holds);
}

/// Beside a jump there are gradients on both sides, but no subgradients.
TEST(GradientAtJointKinks, is_undecided_where_f_jumps) {
  const auto jump = []<class V>(const Vector<V>& x) {
    return V(select(V(x[0] + x[1] - V(1)), V(x[0] + V(1)), V(x[1])));
  };
  for (const Point& given : {vector({1, 0}), vector({0, 1}), vector({0.5, 0.5}), vector({0, 0}), vector({5, 5})})
    expect_both(jump, vector({0.5, 0.5}), given, Verdict::undecided);
}

/// A kink whose sides lie close to an axis is shared, too.
TEST(GradientAtJointKinks, sees_that_a_steep_kink_is_shared) {
  for (const double slope : {2.0, 1000.0, 0x1p60}) {
    const auto f = [=]<class V>(const Vector<V>& x) { return V(larger(V(0), V(x[1] - exact<V>(slope) * x[0]))); };
    const Point zero = vector({0, 0});
    for (const double share : {0.0, 0.25, 1.0})
      expect_enclosed(f, zero, vector({-share * slope, share}), Verdict::holds);
    expect_enclosed(f, zero, vector({-slope, 0}), Verdict::fails);
    expect_enclosed(f, zero, vector({0, 1}), Verdict::fails);
  }
}

struct Affine {
  Matrix<double> slopes;  ///< one column each
  template <class V>
  V operator()(const Vector<V>& x) const {
    V result = piece(x, 0);
    for (Eigen::Index j = 1; j < slopes.cols(); ++j) result = larger(result, piece(x, j));
    return result;
  }
  template <class V>
  V piece(const Vector<V>& x, Eigen::Index j) const {
    V sum(0);
    for (Eigen::Index i = 0; i < x.size(); ++i) sum = sum + exact<V>(slopes(i, j)) * x[i];
    return sum;
  }
};

/// max of ⟨aⱼ, x⟩ at 0: its subdifferential is the convex hull of the aⱼ. What is a convex combination must not fail,
/// what is beyond the largest ⟨aⱼ, d⟩ for some d must not hold, and most of both are decided.
TEST(GradientAtJointKinks, agrees_with_the_convex_hull_of_affine_pieces) {
  int inside_held = 0, outside_failed = 0, trials = 0;
  for (int n = 2; n <= 4; ++n)
    for (int trial = 0; trial < 12; ++trial) {
      std::srand(unsigned(100 * n + trial));
      const Affine f{(Matrix<double>::Random(n, n + 1 + trial % 3) * 8).array().round().matrix()};
      Point weights = (Point::Random(f.slopes.cols()).array() * 4 + 4).floor();
      weights[trial % weights.size()] += 1 + 8 - std::fmod(weights.sum(), 8);  // a multiple of 8, ...
      const double total = std::exp2(std::ceil(std::log2(weights.sum())));     // ... made a power of 2
      weights[0] += total - weights.sum();
      const Point inside = f.slopes * (weights / total);
      Point direction = (Point::Random(n) * 8).array().round();
      if (direction.isZero(0)) direction[0] = 1;
      Eigen::Index farthest;
      (f.slopes.transpose() * direction).maxCoeff(&farthest);
      const Point outside = f.slopes.col(farthest) + direction / 16;
      const Point zero = Point::Zero(n);
      ++trials;
      const GradientReport of_inside = enclosed(f, zero, inside), of_outside = enclosed(f, zero, outside);
      EXPECT_NE(of_inside.verdict(), Verdict::fails) << of_inside.describe();
      EXPECT_NE(of_outside.verdict(), Verdict::holds) << of_outside.describe();
      inside_held += of_inside.verdict() == Verdict::holds;
      outside_failed += of_outside.verdict() == Verdict::fails;
      if (n > 3) continue;
      EXPECT_NE(estimated(f, zero, inside).verdict(), Verdict::fails) << estimated(f, zero, inside).describe();
      EXPECT_NE(estimated(f, zero, outside).verdict(), Verdict::holds) << estimated(f, zero, outside).describe();
    }
  EXPECT_GE(inside_held, trials * 9 / 10);
  EXPECT_GE(outside_failed, trials * 9 / 10);
}

/// Clarke's subdifferential of a difference of two such maxima contains the gradients beside 0, convex f or not.
TEST(GradientAtJointKinks, never_fails_a_gradient_from_beside_a_kink) {
  const int trials = std::max(10, settings_from_environment().cases * 6 / 10);
  for (int trial = 0; trial < trials; ++trial) {
    std::srand(unsigned(trial));
    const int n = 2 + trial % 2;
    const Affine plus{(Matrix<double>::Random(n, 3) * 8).array().round().matrix()},
        minus{(Matrix<double>::Random(n, 3) * 8).array().round().matrix()};
    const auto f = [&]<class V>(const Vector<V>& x) { return V(plus(x) - minus(x)); };
    const Point beside = Point::Random(n);
    Eigen::Index up, down;
    (plus.slopes.transpose() * beside).maxCoeff(&up);
    (minus.slopes.transpose() * beside).maxCoeff(&down);
    const Point given = plus.slopes.col(up) - minus.slopes.col(down);
    const Point zero = Point::Zero(n);
    EXPECT_NE(enclosed(f, zero, given).verdict(), Verdict::fails) << enclosed(f, zero, given).describe();
    EXPECT_NE(estimated(f, zero, given).verdict(), Verdict::fails) << estimated(f, zero, given).describe();
    const Point far = Point::Constant(n, 1000);
    EXPECT_EQ(enclosed(f, zero, far).verdict(), Verdict::fails) << enclosed(f, zero, far).describe();
  }
}

}  // namespace
}  // namespace verigrad::gradient_joint_kinks_test
