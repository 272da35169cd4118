// Thesis, Figure 4.2: curvature steps, steps of Barzilai and Borwein with absolute values, and gradient descent with
// Armijo's line search on robust regression.
#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <utility>

#include <fmt/format.h>

#include "verigrad/algorithm/gradient_variation.hpp"
#include "verigrad/figure/robust_regression.hpp"

namespace verigrad::figures {
namespace full_batch_curvature_figure {
namespace {

constexpr int shown = 250, for_best = 20000;
constexpr double close_enough = 0.1;

/// 𝒥(θ₀), 𝒥(θ₁), … of a method that makes this many steps.
using Values = std::vector<double>;
using Method = std::function<Values(int steps)>;

Values curvature_descent(const RobustRegression& J, double alpha, double nu, int steps) {
  const CurvatureDescent method{alpha, nu};
  auto state = CurvatureDescent::start(J.start());
  Values values{J.value(state.theta)};
  for (int k = 0; k < steps; ++k) {
    method.advance<double>(state, J.gradient(state.theta));
    values.push_back(J.value(state.theta));
  }
  return values;
}

Values with_absolute_values(const RobustRegression& J, double alpha, int steps) {
  Vector<double> theta = J.start(), g = J.gradient(theta), move = -alpha * g;
  Values values{J.value(theta)};
  for (int k = 0; k < steps; ++k) {
    theta += move;
    values.push_back(J.value(theta));
    const Vector<double> next = J.gradient(theta);
    const double product = std::abs(move.dot(next - g));
    if (product == 0) break;
    g = next;
    move = -(alpha * move.squaredNorm() / product) * g;
  }
  return values;
}

/// From the step `longest`, halved until 𝒥 falls by 10⁻⁴ times what the slope promises.
Values armijo(const RobustRegression& J, double longest, int steps) {
  Vector<double> theta = J.start();
  Values values{J.value(theta)};
  for (int k = 0; k < steps; ++k) {
    const Vector<double> g = J.gradient(theta);
    double step = longest;
    while (step > 1e-12 && J.value(theta - step * g) > values.back() - 1e-4 * step * g.squaredNorm()) step /= 2;
    theta -= step * g;
    values.push_back(J.value(theta));
  }
  return values;
}

double least_value(const Values& values) { return *std::min_element(values.begin(), values.end()); }

/// Steps until 𝒥 < target.
std::size_t steps_to(const Values& values, double target) {
  return std::size_t(std::find_if(values.begin(), values.end(), [=](double v) { return v < target; }) - values.begin());
}

/// The method that gets below `target` first; of those that do not, the one with the least value.
const Method& fastest(const std::vector<Method>& methods, double target) {
  const Method* best = nullptr;
  std::pair<std::size_t, double> least_so_far;
  for (const Method& method : methods) {
    const Values values = method(shown);
    const std::pair<std::size_t, double> now{steps_to(values, target), least_value(values)};
    if (best && !(now < least_so_far)) continue;
    best = &method;
    least_so_far = now;
  }
  return *best;
}

}  // namespace
}  // namespace full_batch_curvature_figure

std::vector<Figure> full_batch_curvature(const FigureInput&) {
  using namespace full_batch_curvature_figure;
  const RobustRegression J(500, 30, 1);
  std::vector<Method> tuned, absolute, searching;
  for (const double alpha : {0.25, 0.5, 1.0, 2.0}) {
    for (const double nu : {1.0, 2.0, 5.0, 10.0, 20.0, 50.0})
      tuned.emplace_back([&J, alpha, nu](int steps) { return curvature_descent(J, alpha, nu, steps); });
    absolute.emplace_back([&J, alpha](int steps) { return with_absolute_values(J, alpha, steps); });
  }
  for (const double longest : {1.0, 4.0, 16.0, 64.0, 256.0})
    searching.emplace_back([&J, longest](int steps) { return armijo(J, longest, steps); });
  double best = std::numeric_limits<double>::infinity();
  for (const auto* methods : {&tuned, &absolute, &searching})
    best = std::min(best, least_value(fastest(*methods, 0).operator()(for_best)));
  const auto curve = [&](const std::string& label, const std::vector<Method>& methods, Stroke stroke) {
    return above(label, fastest(methods, best + close_enough)(shown), best, 1, stroke);
  };
  const Panel panel{"",
                    {"iteration (one gradient)"},
                    {"𝒥(θ) − 𝒥*", true},
                    {curve("Algorithm 2", tuned, Stroke::solid), curve("BB, absolute values", absolute, Stroke::solid),
                     curve("GD, Armijo", searching, Stroke::dashed)}};
  return {
      {"full_batch_curvature",
       "Full-batch methods on non-convex regression (thesis, Figure 4.2)",
       {panel},
       1,
       fmt::format("N = 500, P = 30, as printed. Chosen here: normal data and start, seed 1; α from ¼ to 2, ν from 1 "
                   "to 50, the longest step of\nArmijo from 1 to 256, each the fastest to 𝒥* + {}; 𝒥* is the best of "
                   "{} iterations.",
                   close_enough, for_best)}};
}

}  // namespace verigrad::figures
