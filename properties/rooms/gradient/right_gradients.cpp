// Right gradients at hard places: kinks, saturation, overflow, 0 · ∞ in a branch not taken, tiny and huge scales. None
// fails, one by one or among many; and none of their negatives holds where it is another vector.
#include <cmath>

#include <gtest/gtest.h>

#include "verigrad/gradient/check_gradient.hpp"
#include "verigrad/problem/point.hpp"

namespace verigrad::gradient_right_gradients_test {
namespace {

using Point = Vector<double>;

struct Place {
  std::string name;
  ValueFunction f;
  GradientFunction gradient;
  std::vector<Point> points;
};

/// Of one variable.
Place place(std::string name, double (*f)(double), double (*derivative)(double), std::vector<double> points) {
  Place result{std::move(name),
               [=](const Point& x) { return f(x[0]); },
               [=](const Point& x) { return vector({derivative(x[0])}); },
               {}};
  for (const double x : points) result.points.push_back(vector({x}));
  return result;
}

double sign(double x) { return double(x > 0) - double(x < 0); }
double sigmoid(double x) { return x < 0 ? std::exp(x) / (1 + std::exp(x)) : 1 / (1 + std::exp(-x)); }
double softplus(double x) { return std::max(x, 0.0) + std::log1p(std::exp(-std::abs(x))); }

Point softmax(const Point& x) {
  const Point e = (x.array() - x.maxCoeff()).exp();
  return e / e.sum();
}
double log_sum_exp(const Point& x) { return x.maxCoeff() + std::log((x.array() - x.maxCoeff()).exp().sum()); }

std::vector<Place> places() {
  const std::vector<double> far{-800, -40, -1, 0, 0.5, 40, 800};
  return {
      place(
          "power 0", [](double) { return 1.0; }, [](double) { return 0.0; }, {0, 1}),
      place(
          "power 2", [](double x) { return x * x; }, [](double x) { return 2 * x; }, {0, -3, 1e-160, 1e150}),
      place(
          "power 15/8 from the right", [](double x) { return std::pow(std::max(x, 0.0), 1.875); },
          [](double x) { return 1.875 * std::pow(std::max(x, 0.0), 0.875); }, {0, 1e-9, 3, -1}),
      place("magnitude", [](double x) { return std::abs(x); }, sign, {0, 1e-300, -2, 1e300}),
      place(
          "relu", [](double x) { return std::max(0.0, x); }, [](double x) { return double(x > 0); },
          {0, 1e-12, -1e-12, 5}),
      place(
          "leaky relu", [](double x) { return x > 0 ? x : x / 64; }, [](double x) { return x > 0 ? 1 : 0.015625; },
          {0, 1e-12, -1e-12}),
      place(
          "half a square above 0", [](double x) { return x > 0 ? x * x / 2 : 0; },
          [](double x) { return std::max(0.0, x); }, {0, -1, 2}),
      place(
          "huber", [](double x) { return std::abs(x) <= 1 ? x * x / 2 : std::abs(x) - 0.5; },
          [](double x) { return std::abs(x) <= 1 ? x : sign(x); }, {-1, 0, 1, 1 + 1e-9, 7}),
      place(
          "clamp", [](double x) { return std::min(1.0, std::max(-1.0, x)); },
          [](double x) { return double(std::abs(x) < 1); }, {-1, 0, 1, 3}),
      place(
          "root of a branch not taken", [](double x) { return x < 1 ? x : std::sqrt(x); },
          [](double x) { return x < 1 ? 1 : 0.5 / std::sqrt(x); }, {0, -5, 0.5, 4}),
      place(
          "x log x, 0 at 0 and below", [](double x) { return x > 0 ? x * std::log(x) : 0; },
          [](double x) { return x > 0 ? std::log(x) + 1 : 0; }, {1e-12, 1, 1e12}),
      place(
          "sin x / x", [](double x) { return x == 0 ? 1 : std::sin(x) / x; },
          [](double x) { return x == 0 ? 0 : (std::cos(x) - std::sin(x) / x) / x; }, {0, 1, -30}),
      place(
          "sigmoid", sigmoid, [](double x) { return sigmoid(x) * sigmoid(-x); }, far),
      place("softplus", softplus, sigmoid, far),
      place(
          "cross-entropy of a logit", [](double x) { return softplus(x) - x; }, [](double x) { return sigmoid(x) - 1; },
          far),
      place(
          "tanh", [](double x) { return std::tanh(x); }, [](double x) { return 1 / (std::cosh(x) * std::cosh(x)); },
          {-400, -20, 0, 20}),
      place(
          "exp", [](double x) { return std::exp(x); }, [](double x) { return std::exp(x); }, {-800, -700, 0, 700}),
      place(
          "exp of a square", [](double x) { return std::exp(-x * x); },
          [](double x) { return -2 * x * std::exp(-x * x); }, {0, 6, -26, 40}),
      place(
          "log", [](double x) { return std::log(x); }, [](double x) { return 1 / x; }, {1e-300, 1e-9, 1, 1e300}),
      place(
          "log1p", [](double x) { return std::log1p(x); }, [](double x) { return 1 / (1 + x); }, {0, -0.999, 1e15}),
      place(
          "inverse", [](double x) { return 1 / x; }, [](double x) { return -1 / (x * x); }, {1e-100, 1, -1e100}),
      place(
          "root", [](double x) { return std::sqrt(x); }, [](double x) { return 0.5 / std::sqrt(x); },
          {1e-200, 1e-9, 2, 1e200}),
      place(
          "tiny", [](double x) { return 0x1p-900 * x * x; }, [](double x) { return 0x1p-899 * x; }, {1, 1e5}),
      place(
          "huge", [](double x) { return 0x1p900 * std::sin(x); }, [](double x) { return 0x1p900 * std::cos(x); },
          {0, 1, 1e3}),
      place(
          "quick", [](double x) { return std::sin(1e6 * x); }, [](double x) { return 1e6 * std::cos(1e6 * x); },
          {0, 0.3}),
      place(
          "atan far out", [](double x) { return std::atan(x); }, [](double x) { return 1 / (1 + x * x); },
          {0, 1e6, -1e12}),
      place(
          "large and slow", [](double x) { return x / 1e8 + 1e8; }, [](double) { return 1e-8; }, {1}),
      {"x₁⁰ x₂ + x₁^{15/8}",
       [](const Point& x) { return std::pow(x[0], 0) * x[1] + std::pow(std::abs(x[0]), 1.875); },
       [](const Point& x) {
         return vector({1.875 * sign(x[0]) * std::pow(std::abs(x[0]), 0.875), 1});
       },
       {vector({0, 3}), vector({1, -1})}},
      {"maximum",
       [](const Point& x) { return x.maxCoeff(); },
       [](const Point& x) {
         const Point at = (x.array() == x.maxCoeff()).cast<double>();
         return Point(at / at.sum());
       },
       {vector({1, 1}), vector({0, 0, 0}), vector({2, -1}), vector({1e-9, 0})}},
      {"norm",
       [](const Point& x) { return x.stableNorm(); },
       [](const Point& x) { return x.isZero(0) ? Point(0 * x) : Point(x / x.stableNorm()); },
       {vector({0, 0}), vector({3, -4}), vector({1e-200, 0}), vector({1e200, 1e200})}},
      {"norm by squares that underflow",
       [](const Point& x) { return x.norm(); },
       [](const Point& x) { return Point(x / x.stableNorm()); },
       {vector({1e-200}), vector({3e-160, 4e-160}), vector({-1e-170, 0}), vector({1, 1e-200})}},
      {"deviation",
       [](const Point& x) { return std::sqrt((x.array() - x.mean()).square().mean()); },
       [](const Point& x) {
         const Point off = x.array() - x.mean();
         const double deviation = std::sqrt(off.array().square().mean());
         return deviation == 0 ? Point(0 * x) : Point(off / (double(x.size()) * deviation));
       },
       {vector({0.25, 0.25}), vector({1, 2, 4}), vector({1e8, 1e8 + 1})}},
      {"softmax's first",
       [](const Point& x) { return softmax(x)[0]; },
       [](const Point& x) {
         const Point p = softmax(x);
         return Point(p[0] * (Point::Unit(x.size(), 0) - p));
       },
       {vector({-800, 0, 800}), vector({0, 0, 0}), vector({30, -30, 0})}},
      {"log of a sum of exponentials",
       log_sum_exp,
       softmax,
       {vector({-800, 0, 800}), vector({-2000, -2000}), vector({1e-9, 0})}},
      {"sum of cumulated products",
       [](const Point& x) { return x[0] + x[0] * x[1] + x[0] * x[1] * x[2]; },
       [](const Point& x) {
         return vector({1 + x[1] + x[1] * x[2], x[0] + x[0] * x[2], x[0] * x[1]});
       },
       {vector({0, 3, 12}), vector({1, 0, 5})}},
      {"tie of a maximum of a product",
       [](const Point& x) { return std::max(x[0] * x[1], x[1]); },
       [](const Point& x) {
         return x[0] * x[1] > x[1] ? vector({x[1], x[0]}) : vector({0, 1});
       },
       {vector({1, 2}), vector({1, 0}), vector({3, 3})}},
      {"two scales",
       [](const Point& x) { return 1e8 * x[0] * x[0] + 1e-8 * x[1]; },
       [](const Point& x) {
         return vector({2e8 * x[0], 1e-8});
       },
       {vector({1, 1}), vector({0, 0})}},
  };
}

TEST(RightGradients, none_fails_and_no_negative_holds) {
  for (const Place& at : places())
    for (const Point& x : at.points) {
      const GradientReport right = check_gradient(at.f, at.gradient, x);
      EXPECT_NE(right.verdict(), Verdict::fails) << at.name << " at " << x.transpose() << "\n" << right.describe();
      const auto negative = [&](const Point& point) { return Point(-at.gradient(point)); };
      const GradientReport wrong = check_gradient(at.f, negative, x);
      for (const GradientEntry& entry : wrong.entries)
        EXPECT_FALSE(entry.verdict == Verdict::holds && std::isnormal(entry.given) && entry.derivative &&
                     !entry.derivative->kink)
            << at.name << " at " << x.transpose() << "\n"
            << wrong.describe();
    }
}

/// f at one entry: whether a slope that is right fails, or one that is wrong holds.
void expect_no_wrong_verdict(const std::string& name, double (*f)(double), double x, double slope) {
  for (const double given : {slope, -slope, 0.0, 0.5, 1.0, 2.0, -1.0}) {
    const GradientReport report = check_gradient([=](const Point& at) { return f(at[0]); },
                                                 [=](const Point&) { return vector({given}); }, vector({x}));
    EXPECT_NE(report.verdict(), given == slope ? Verdict::fails : Verdict::holds)
        << name << " at " << x << ", given " << given << ":\n"
        << report.describe();
  }
}

TEST(RightGradients, where_powers_underflow_nothing_wrong_is_said) {
  for (const double size :
       {1e-300, 1e-200, 1e-170, 1e-162, 3e-161, 1e-160, 1e-158, 1e-110, 1e-107, 1e-90, 1e-81, 1e-80})
    for (const double x : {size, -size}) {
      const double side = sign(x);
      expect_no_wrong_verdict(
          "√x²", [](double t) { return std::sqrt(t * t); }, x, side);
      expect_no_wrong_verdict(
          "x + √x²/4", [](double t) { return t + std::sqrt(t * t) / 4; }, x, 1 + side / 4);
      expect_no_wrong_verdict(
          "∛|x|³", [](double t) { return std::cbrt(std::abs(t * t * t)); }, x, side);
      expect_no_wrong_verdict(
          "∜x⁴", [](double t) { return std::sqrt(std::sqrt(t * t * t * t)); }, x, side);
      expect_no_wrong_verdict(
          "max(x, 0)", [](double t) { return std::max(t, 0.0); }, x, x > 0 ? 1 : 0);
      expect_no_wrong_verdict(
          "1 + √x²", [](double t) { return 1 + std::sqrt(t * t); }, x, side);
    }
}

TEST(RightGradients, most_hold) {
  int holding = 0, all = 0;
  for (const Place& at : places())
    for (const Point& x : at.points) {
      ++all;
      holding += check_gradient(at.f, at.gradient, x).verdict() == Verdict::holds;
    }
  EXPECT_GE(holding, all * 3 / 4);
  RecordProperty("holding", std::to_string(holding) + " of " + std::to_string(all));
}

/// f at many points at once: Σ f(xₖ).
TEST(RightGradients, none_fails_among_many_along_directions) {
  constexpr int copies = 20;
  for (const Place& at : places())
    for (const Point& x : at.points) {
      const Eigen::Index n = x.size();
      const Point all = x.replicate(copies, 1);
      const auto sum = [&](const Point& points) {
        double result = 0;
        for (int k = 0; k < copies; ++k) result += at.f(points.segment(k * n, n));
        return result;
      };
      const auto gradient = [&](const Point& points) {
        Point result(copies * n);
        for (int k = 0; k < copies; ++k) result.segment(k * n, n) = at.gradient(points.segment(k * n, n));
        return result;
      };
      const GradientReport report = check_gradient_along_directions(sum, gradient, all);
      EXPECT_NE(report.verdict(), Verdict::fails) << at.name << " at " << x.transpose() << "\n" << report.describe();
    }
}

}  // namespace
}  // namespace verigrad::gradient_right_gradients_test
