// At the border of the domain of f, and outside of it, nothing holds and nothing fails, whatever is given.
#include <cmath>

#include "properties/rooms/gradient/verdicts.hpp"

namespace verigrad::gradient_domain_edges_test {
namespace {

using namespace gradient_test;

const std::vector<double> any_slopes{0, 1, -1, 0.5, -0.5, 1e300, -1e300, 5e-324, INFINITY, -INFINITY, std::nan("")};

/// That the first entry is undecided over balls for whatever is given, with no derivative that could be taken for one.
template <class F>
void expect_unknown(const F& f, const Point& x) {
  Point given = Point::Ones(x.size());
  for (const double slope : any_slopes) {
    given[0] = slope;
    const GradientReport report = enclosed(f, x, given);
    EXPECT_EQ(report.entries[0].verdict, Verdict::undecided) << report.describe();
    EXPECT_FALSE(report.entries[0].derivative);
    EXPECT_NE(report.entries[0].remark, "");
    EXPECT_NE(report.verdict(), Verdict::holds);
  }
}

/// The same by differences, where f is finite at x.
template <class F>
void expect_unknown_by_both(const F& f, const Point& x) {
  expect_unknown(f, x);
  Point given = Point::Ones(x.size());
  for (const double slope : any_slopes) {
    given[0] = slope;
    const GradientReport report = estimated(f, x, given);
    EXPECT_EQ(report.entries[0].verdict, Verdict::undecided) << report.describe();
  }
}

constexpr auto root = []<class V>(const Vector<V>& x) {
  using std::sqrt;
  return V(sqrt(x[0]));
};
constexpr auto root_plus = []<class V>(const Vector<V>& x) {
  using std::sqrt;
  return V(sqrt(x[0]) + x[1]);
};
constexpr auto root_times = []<class V>(const Vector<V>& x) {
  using std::sqrt;
  return V(sqrt(x[0]) * x[1]);
};
constexpr auto reciprocal = []<class V>(const Vector<V>& x) { return V(V(1) / x[0]); };
constexpr auto logarithm = []<class V>(const Vector<V>& x) {
  using std::log;
  return V(log(x[0]));
};
constexpr auto shifted_logarithm = []<class V>(const Vector<V>& x) {
  using std::log1p;
  return V(log1p(x[0]));
};
/// x^{1/2} = e^{(log x)/2}.
constexpr auto half_power = []<class V>(const Vector<V>& x) {
  using std::exp;
  using std::log;
  return V(exp(frac<V>(1, 2) * log(x[0])));
};
/// x^{3/2}: 0 from the right.
constexpr auto three_halves = []<class V>(const Vector<V>& x) {
  using std::sqrt;
  return V(x[0] * sqrt(x[0]));
};
/// |x|^{1/2}: +∞ and −∞.
constexpr auto root_of_magnitude = []<class V>(const Vector<V>& x) {
  using std::sqrt;
  return V(sqrt(magnitude(x[0])));
};

TEST(GradientAtDomainEdges, is_undecided_at_the_border) {
  expect_unknown_by_both(root, vector({0}));
  expect_unknown_by_both(root_plus, vector({0, 1}));
  expect_unknown_by_both(root_times, vector({0, 1}));
  expect_unknown_by_both(three_halves, vector({0}));
  expect_unknown_by_both(root_of_magnitude, vector({0}));
  expect_unknown(reciprocal, vector({0}));
  expect_unknown(half_power, vector({0}));
  expect_unknown(logarithm, vector({0}));
  expect_unknown(shifted_logarithm, vector({-1}));
}

TEST(GradientAtDomainEdges, is_undecided_outside) {
  for (const double x : {-1.0, -4.0, -1e-300}) {
    expect_unknown(root, vector({x}));
    expect_unknown(root_plus, vector({x, 2}));
    expect_unknown(logarithm, vector({x}));
    expect_unknown(half_power, vector({x}));
    expect_unknown(three_halves, vector({x}));
  }
  expect_unknown(shifted_logarithm, vector({-2}));
  for (const double slope : {-1.0, -0.5}) expect_enclosed(logarithm, vector({-1}), vector({slope}), Verdict::undecided);
}

TEST(GradientAtDomainEdges, is_judged_close_to_the_border) {
  for (const double x : {0x1p-1074, 0x1p-1000, 1e-300, 1e-5}) {
    expect_enclosed(root, vector({x}), vector({0.5 / std::sqrt(x)}), Verdict::holds);
    expect_enclosed(root, vector({x}), vector({0}), Verdict::fails);
  }
  expect_enclosed(logarithm, vector({0x1p-1000}), vector({0x1p1000}), Verdict::holds);
  expect_enclosed(reciprocal, vector({-0x1p-200}), vector({-0x1p400}), Verdict::holds);
  expect_enclosed(shifted_logarithm, vector({-0.75}), vector({4}), Verdict::holds);
  expect_enclosed(shifted_logarithm, vector({-0.75}), vector({-4}), Verdict::fails);
}

/// Of several coordinates one at its border leaves the others their verdicts; outside of the domain none has one.
TEST(GradientAtDomainEdges, leaves_the_other_coordinates) {
  const auto verdict_on_second = [](const auto& f, const Point& x, double given, bool over_balls = true) {
    const Point both = vector({1, given});
    return (over_balls ? enclosed(f, x, both) : estimated(f, x, both)).entries[1].verdict;
  };
  for (const bool over_balls : {true, false}) {
    EXPECT_EQ(verdict_on_second(root_plus, vector({0, 2}), 1, over_balls), Verdict::holds);
    EXPECT_EQ(verdict_on_second(root_plus, vector({0, 2}), 0, over_balls), Verdict::fails);
    EXPECT_EQ(verdict_on_second(root_times, vector({0, 2}), 3, over_balls), Verdict::fails);
  }
  EXPECT_EQ(verdict_on_second(root_times, vector({0, 2}), 0), Verdict::holds);
  for (const double given : {0.0, 1.0, 2.0})
    EXPECT_EQ(verdict_on_second(root_plus, vector({-1, 2}), given), Verdict::undecided);
  const auto root_and_kink = []<class V>(const Vector<V>& x) {
    using std::sqrt;
    return V(sqrt(x[0]) + magnitude(x[1]));
  };
  EXPECT_EQ(verdict_on_second(root_and_kink, vector({0, 0}), -0.5), Verdict::holds);
  EXPECT_EQ(verdict_on_second(root_and_kink, vector({0, 0}), 2), Verdict::fails);
}

/// A step is no kink: neither at the jump nor where only the value beside x tells.
TEST(GradientAtDomainEdges, is_undecided_at_a_jump) {
  const auto step = []<class V>(const Vector<V>& x) { return V(select(V(x[0] - V(1)), V(x[0] + V(1)), x[0])); };
  for (const double x : {1.0, 1 + 0x1p-52, 1 - 0x1p-53})
    for (const double slope : {0.0, 1.0, 2.0})
      expect_enclosed(step, vector({x}), vector({slope}),
                      x == 1 ? Verdict::undecided : (slope == 1 ? Verdict::holds : Verdict::fails));
}

TEST(GradientAtDomainEdges, says_why_differences_do_not_tell) {
  const auto f = [](const Point& x) { return std::exp(x[0]) + 0 * std::sqrt(x[0]); };
  const GradientEntry entry = check_gradient(f, always(vector({1})), vector({0})).entries[0];
  EXPECT_EQ(entry.verdict, Verdict::undecided);
  EXPECT_EQ(entry.remark.rfind("f is not finite on the left; its slope on the right is ", 0), 0) << entry.remark;
  const auto infinite = [](const Point& x) { return x[0] > 1 ? INFINITY : 3 * x[0]; };
  for (const double slope : {0.0, 3.0, 1.0})
    EXPECT_EQ(check_gradient(infinite, always(vector({slope})), vector({1})).verdict(), Verdict::undecided);
}

}  // namespace
}  // namespace verigrad::gradient_domain_edges_test
