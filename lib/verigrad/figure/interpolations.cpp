// SGM, Figure 5.1: two curves through the same points, of which one over-fits.
#include <algorithm>
#include <cmath>

#include "verigrad/figure/figure.hpp"

namespace verigrad::figures {
namespace interpolations_figure {
namespace {

using Points = std::vector<std::pair<double, double>>;

/// Newton's divided differences: coefficients of 1, (x − x₀), (x − x₀)(x − x₁), ….
std::vector<double> divided_differences(const Points& points) {
  std::vector<double> c;
  for (const auto& [x, y] : points) c.push_back(y);
  for (std::size_t order = 1; order < c.size(); ++order)
    for (std::size_t i = c.size() - 1; i >= order; --i)
      c[i] = (c[i] - c[i - 1]) / (points[i].first - points[i - order].first);
  return c;
}

struct ValueAndSlope {
  double value, slope;
};

/// The polynomial of the least degree through the points.
class Interpolant {
public:
  explicit Interpolant(const Points& points) : points_(points), c_(divided_differences(points)) {}
  ValueAndSlope operator()(double x) const {
    ValueAndSlope p{0, 0};
    for (std::size_t i = c_.size(); i-- > 0;) {
      const double factor = x - points_[i].first;
      p = {p.value * factor + c_[i], p.slope * factor + p.value};
    }
    return p;
  }

private:
  Points points_;
  std::vector<double> c_;
};

/// Segments from point to point, which a layer of ReLU holds; at a point the slope to its right.
ValueAndSlope segments(const Points& points, double x) {
  std::size_t i = 1;
  while (i + 1 < points.size() && x >= points[i].first) ++i;
  const auto& [x0, y0] = points[i - 1];
  const auto& [x1, y1] = points[i];
  const double slope = (y1 - y0) / (x1 - x0);
  return {y0 + slope * (x - x0), slope};
}

}  // namespace
}  // namespace interpolations_figure

std::vector<Figure> interpolations(const FigureInput&) {
  using namespace interpolations_figure;
  Points points;
  for (const double x : evenly(-1, 1, 10)) points.emplace_back(x, 1 / (1 + 25 * x * x));
  const Interpolant polynomial(points);
  Curve high{"polynomial of degree 10", {}}, low{"segments", {}}, high_slope = high, low_slope = low;
  for (const double x : evenly(-1, 1, 800)) {
    const ValueAndSlope p = polynomial(x), s = segments(points, x);
    high.points.emplace_back(x, p.value);
    low.points.emplace_back(x, s.value);
    high_slope.points.emplace_back(x, std::abs(p.slope));
    low_slope.points.emplace_back(x, std::abs(s.slope));
  }
  return {{"interpolations",
           "Two curves through the same points (SGM, Figure 5.1)",
           {{"", {"x"}, {"f(x)"}, {high, low, {"points", points, Stroke::points}}},
            {"", {"x"}, {"|f′(x)|"}, {high_slope, low_slope}}},
           2,
           "Chosen here: eleven points of 1/(1 + 25x²). The curve that over-fits has the stronger gradients."}};
}

}  // namespace verigrad::figures
