// Gradient checks: right gradients hold, each planted mistake is found and named, wrong calls say so.
#include "verigrad/gradient/check_gradient.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "verigrad/network/backpropagation.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"

namespace verigrad::gradient_check_gradient_test {
namespace {

using Point = Vector<double>;

/// x₀² x₁ + e^{x₂}/10 + x₃/x₀ + x₄ x₅ over doubles and over numbers that carry derivatives.
constexpr auto smooth = []<class V>(const Vector<V>& x) {
  using std::exp;
  return V(square(x[0]) * x[1] + frac<V>(1, 10) * exp(x[2]) + x[3] / x[0] + x[4] * x[5]);
};
Point smooth_gradient(const Point& x) {
  return vector({2 * x[0] * x[1] - x[3] / (x[0] * x[0]), x[0] * x[0], std::exp(x[2]) / 10, 1 / x[0], x[5], x[4]});
}
const Point here = vector({1.5, -0.75, 0.3, 4.1, 7, -2.25});

/// Both ways of checking `given` as the gradient of `smooth`.
std::vector<GradientReport> reports(const Point& given, const GradientOptions& options = {}) {
  const auto gradient = [&](const Point&) { return given; };
  const auto value = [](const Point& x) { return smooth(x); };
  return {check_gradient(value, gradient, here, options), certify_gradient(smooth, gradient, here, options)};
}

/// That entry i alone fails, with that remark.
void expect_only(const GradientReport& report, Eigen::Index i, const std::string& remark) {
  EXPECT_EQ(report.verdict(), Verdict::fails);
  for (const GradientEntry& entry : report.entries)
    EXPECT_EQ(entry.verdict, entry.index == i ? Verdict::fails : Verdict::holds) << entry.describe();
  EXPECT_EQ(report.entries[std::size_t(i)].remark, remark) << report.describe();
}
void expect_only(const Point& given, Eigen::Index i, const std::string& remark) {
  for (const GradientReport& report : reports(given)) expect_only(report, i, remark);
}

TEST(CheckGradient, accepts_the_gradient) {
  for (const GradientReport& report : reports(smooth_gradient(here))) {
    EXPECT_EQ(report.verdict(), Verdict::holds) << report.describe();
    for (const GradientEntry& entry : report.entries) EXPECT_LT(entry.derivative->error, std::ldexp(1, -30));
  }
}

TEST(CheckGradient, finds_and_names_a_wrong_entry) {
  const Point right = smooth_gradient(here);
  const auto with = [&](Eigen::Index i, double entry) {
    Point given = right;
    given[i] = entry;
    return given;
  };
  expect_only(with(0, -right[0]), 0, "wrong sign");
  expect_only(with(1, 2 * right[1]), 1, "twice too large");
  expect_only(with(2, right[2] / 2), 2, "half too small: factor 1/2, or one of two equal paths");
  expect_only(with(2, 10 * right[2]), 2, "10 times too large");
  expect_only(with(3, 0), 3, "missing");
  expect_only(with(4, right[5]), 4, "the derivative in coordinate 5: wrong index?");
  expect_only(with(5, right[5] + 0.01), 5, "wrong");
  expect_only(with(5, std::nan("")), 5, "not a number, as 0 · ∞ of a branch not taken");
  expect_only(with(0, -INFINITY), 0, "not finite");
}

TEST(CheckGradient, finds_swapped_entries) {
  Point given = smooth_gradient(here);
  std::swap(given[1], given[3]);
  for (const GradientReport& report : reports(given)) {
    EXPECT_EQ(report.entries[1].remark, "the derivative in coordinate 3: wrong index?");
    EXPECT_EQ(report.entries[3].remark, "the derivative in coordinate 1: wrong index?");
  }
}

/// (1/N) Σᵢ ½(wᵀaᵢ − bᵢ)², its gradient, and the sum's.
struct Mean {
  Matrix<double> a{{1, 2}, {3, -1}, {0.5, 4}, {-2, 1}, {1, 1}};
  Point b = vector({1, 0, 2, -1, 3});
  double value(const Point& w) const { return (a * w - b).squaredNorm() / 10; }
  Point sum_gradient(const Point& w) const { return a.transpose() * (a * w - b); }
};

TEST(CheckGradient, finds_a_sum_for_a_mean) {
  const Mean mean;
  const auto f = [&](const Point& w) { return mean.value(w); };
  const auto sum = [&](const Point& w) { return mean.sum_gradient(w); };
  const auto twice = [&](const Point& w) { return Point(mean.sum_gradient(w) / 25); };
  const Point w = vector({0.25, -3});
  const auto expect_remark = [&](const GradientFunction& gradient, int samples, const std::string& remark) {
    for (const GradientEntry& entry : check_gradient(f, gradient, w, {.samples = samples}).entries)
      EXPECT_EQ(entry.remark, remark);
  };
  expect_remark(sum, 5, "5 times too large: a sum for a mean over 5?");
  expect_remark(twice, 5, "5 times too small: a mean over 5 for a sum?");
  for (const int samples : {0, 4}) {  // no guess where the number of samples is not said, or another
    expect_remark(sum, samples, "5 times too large");
    expect_remark(twice, samples, "5 times too small");
  }
}

TEST(CheckGradient, finds_a_transposed_block) {
  const DenseNetwork network = DenseNetwork::classifier({2, 3, 3}, Activation::tanh);
  Point theta(network.parameter_count());
  for (Eigen::Index i = 0; i < theta.size(); ++i) theta[i] = std::sin(double(3 * i + 1));
  const Batch<double> batch{Matrix<double>{{1, -2}, {0.5, 3}}, {0, 2}};
  Backpropagation<double> pass(network, Loss::softmax_cross_entropy);
  const auto f = [&](const Point& at) { return pass.objective(at, batch); };
  const auto gradient = [&](const Point& at) {
    Point result;
    pass.objective_and_gradient(at, batch, result);
    return result;
  };
  EXPECT_EQ(check_gradient(f, gradient, theta).verdict(), Verdict::holds)
      << check_gradient(f, gradient, theta).describe();
  GradientOptions options;
  for (int k : {1, 2}) options.blocks.push_back({network.weights_offset(k), network.width(k), network.width(k - 1)});
  for (int k : {1, 2}) {
    const auto by_rows = [&](const Point& at) {
      Point result = gradient(at);
      const Matrix<double> transposed = network.weights(result, k).transpose();
      network.weights(result, k).reshaped() = transposed.reshaped();
      return result;
    };
    const GradientReport report = check_gradient(f, by_rows, theta, options);
    int wrong = 0;
    for (const GradientEntry& entry : report.entries) {
      if (entry.verdict == Verdict::holds) continue;
      ++wrong;
      EXPECT_EQ(entry.remark,
                k == 1 ? "the 3 × 2 block from entry 0 is transposed" : "the 3 × 3 block from entry 9 is transposed");
    }
    EXPECT_EQ(wrong, k == 1 ? 4 : 6) << report.describe();
  }
}

TEST(CheckGradient, allows_a_stated_relative_error) {
  Point given = smooth_gradient(here);
  given[2] = double(float(given[2]));
  for (const GradientReport& report : reports(given)) EXPECT_EQ(report.verdict(), Verdict::fails);
  for (const GradientReport& report : reports(given, {.relative = 0x1p-24}))
    EXPECT_EQ(report.verdict(), Verdict::holds) << report.describe();
}

TEST(CheckGradient, reports_the_error_in_units_in_the_last_place) {
  Point given = smooth_gradient(here);
  given[1] = std::nextafter(2.25, 3);
  const GradientEntry entry = reports(given)[1].entries[1];
  EXPECT_EQ(entry.ulps, 1);
  EXPECT_EQ(entry.relative_error, 0x1p-51 / 2.25);
  EXPECT_EQ(entry.verdict, Verdict::holds);
}

TEST(CheckGradient, reads_an_objective) {
  const ObjectivePtr f = make_objective(Quadratic(vector({2, 3}), vector({1, -1})));
  EXPECT_EQ(check_gradient(*f, vector({0.5, 4})).verdict(), Verdict::holds)
      << check_gradient(*f, vector({0.5, 4})).describe();
}

TEST(CheckGradient, wrong_calls_name_field_value_and_remedy) {
  const auto message = [](const Point& x, const Point& gradient, const GradientOptions& options = {}) -> std::string {
    try {
      check_gradient([](const Point& at) { return std::log(at[0]); }, [&](const Point&) { return gradient; }, x,
                     options);
    } catch (const std::invalid_argument& error) {
      return error.what();
    }
    return "no error";
  };
  EXPECT_EQ(message(vector({}), vector({})), "x: 0 entries; give the point where the gradient is to be checked");
  EXPECT_EQ(message(vector({1, std::nan("")}), vector({1, 2})), "x: entry 1 is nan; give finite numbers");
  EXPECT_EQ(message(vector({1}), vector({1, 2})), "gradient: 2 entries for an x of 1; return one for each coordinate");
  EXPECT_EQ(message(vector({0}), vector({1})), "f(x) is -inf; give a point of f's domain");
  EXPECT_EQ(message(vector({1}), vector({1}), {.doubt = 0.5}), "doubt: 0.5; give 1 or more");
  EXPECT_EQ(message(vector({1}), vector({1}), {.relative = -1}), "relative: -1; give 0 or more");
  EXPECT_EQ(message(vector({1}), vector({1}), {.digits = 7}), "digits: 7; give 8 to 53");
  EXPECT_EQ(message(vector({1}), vector({1}), {.blocks = {{0, 2, 1}}}),
            "blocks: 2 × 1 from entry 0; give blocks within the 1 entries of x");
}

}  // namespace
}  // namespace verigrad::gradient_check_gradient_test
