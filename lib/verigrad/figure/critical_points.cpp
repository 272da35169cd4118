// Thesis, Figure 1.6: critical points of the convex t² − 2t − 2 and of t² + 10 sin(t), which is not convex.
#include <algorithm>
#include <cmath>

#include "verigrad/figure/figure.hpp"

namespace verigrad::figures {
namespace critical_points_figure {
namespace {

double convex(double t) { return t * t - 2 * t - 2; }
double wavy(double t) { return t * t + 10 * std::sin(t); }
double wavy_slope(double t) { return 2 * t + 10 * std::cos(t); }
double wavy_curvature(double t) { return 2 - 10 * std::sin(t); }

/// The root of the slope between a and b, where it changes sign.
double root(double a, double b) {
  const bool rising = wavy_slope(b) > 0;
  for (int k = 0; k < 60; ++k) {
    const double middle = (a + b) / 2;
    ((wavy_slope(middle) > 0) == rising ? b : a) = middle;
  }
  return (a + b) / 2;
}

template <class Value>
Curve over_line(const std::string& label, Value value) {
  Curve curve{label, {}};
  for (int k = -320; k <= 320; ++k) curve.points.emplace_back(k / 40.0, value(k / 40.0));
  return curve;
}

void add(const std::pair<double, double>& point, Curve& minima, Curve& maxima) {
  (wavy_curvature(point.first) > 0 ? minima : maxima).points.push_back(point);
}

}  // namespace
}  // namespace critical_points_figure

std::vector<Figure> critical_points(const FigureInput&) {
  using namespace critical_points_figure;
  Curve lowest{"global minimum", {{1, convex(1)}}, Stroke::cross};
  Curve minima{"local minimum", {}, Stroke::points}, maxima{"local maximum", {}, Stroke::points};
  constexpr double step = 1 / 16.0;
  for (double t = -8; t < 8; t += step)
    if ((wavy_slope(t) > 0) != (wavy_slope(t + step) > 0)) {
      const double critical = root(t, t + step);
      add({critical, wavy(critical)}, minima, maxima);
    }
  const auto least = std::min_element(minima.points.begin(), minima.points.end(),
                                      [](const auto& a, const auto& b) { return a.second < b.second; });
  lowest.points.push_back(*least);
  minima.points.erase(least);
  return {{"critical_points",
           "Critical points of a convex function and of one that is not (thesis, Figure 1.6)",
           {{"",
             {"t"},
             {"value"},
             {over_line("t² − 2t − 2, convex", convex), over_line("t² + 10 sin(t), not convex", wavy), minima, maxima,
              lowest}}},
           1,
           "Functions as printed; the range −8 ≤ t ≤ 8 is chosen here."}};
}

}  // namespace verigrad::figures
