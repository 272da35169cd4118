// MFDS, Figure 14.2: F(x) = ½(x − y)² + λ|x| for growing λ, its minimiser, and the minimiser as a function of y.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "verigrad/figure/figure.hpp"

namespace verigrad::figures {
namespace soft_threshold_curves_figure {
namespace {

constexpr double lambdas[] = {0, 0.5, 1, 1.5};
constexpr double y = 1;

double soft_threshold(double x, double lambda) { return std::copysign(std::max(std::abs(x) - lambda, 0.0), x); }

double penalised(double x, double lambda) { return (x - y) * (x - y) / 2 + lambda * std::abs(x); }

/// (x, value(x)) at x = −2, −2 + 1/64 … 2.
template <class Value>
Curve over_line(const std::string& label, Value value) {
  Curve curve{label, {}};
  for (int k = -128; k <= 128; ++k) curve.points.emplace_back(k / 64.0, value(k / 64.0));
  return curve;
}

}  // namespace
}  // namespace soft_threshold_curves_figure

std::vector<Figure> soft_threshold_curves(const FigureInput&) {
  using namespace soft_threshold_curves_figure;
  Panel functions{"F(x) = ½(x − y)² + λ|x| at y = 1", {"x"}, {"F(x)"}, {}};
  Panel thresholds{"its minimiser as y varies", {"y"}, {"argmin F"}, {}};
  Curve minima{"minimiser", {}, Stroke::cross};
  for (const double lambda : lambdas) {
    const std::string label = fmt::format("λ = {}", lambda);
    functions.curves.push_back(over_line(label, [&](double x) { return penalised(x, lambda); }));
    thresholds.curves.push_back(over_line(label, [&](double x) { return soft_threshold(x, lambda); }));
    minima.points.emplace_back(soft_threshold(y, lambda), penalised(soft_threshold(y, lambda), lambda));
  }
  functions.curves.push_back(minima);
  return {{"soft_threshold_curves",
           "The soft threshold minimises F (MFDS, Figure 14.2)",
           {functions, thresholds},
           2,
           "Chosen here: y = 1 and the four λ, which the text does not state; the right panel is added."}};
}

}  // namespace verigrad::figures
