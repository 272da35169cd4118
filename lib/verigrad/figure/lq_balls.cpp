// MFDS, Figure 14.1: the borders of the balls Σₖ |xₖ|^q ≤ 1 of the plane.
#include <cmath>
#include <numbers>

#include <fmt/format.h>

#include "verigrad/figure/figure.hpp"

namespace verigrad::figures {
namespace lq_balls_figure {
namespace {

double signed_power(double x, double exponent) { return std::copysign(std::pow(std::abs(x), exponent), x); }

/// (cos t, sin t) with each entry to the power 2/q keeps |x₁|^q + |x₂|^q = cos² t + sin² t.
Panel ball(double q) {
  Curve border{fmt::format("q = {}", q), {}};
  for (const double t : evenly(0, 2 * std::numbers::pi, 720))
    border.points.emplace_back(signed_power(std::cos(t), 2 / q), signed_power(std::sin(t), 2 / q));
  border.points.back() = border.points.front();
  return {"", {"x₁", false, -1.1, 1.1}, {"x₂", false, -1.1, 1.1}, {border}};
}

}  // namespace
}  // namespace lq_balls_figure

std::vector<Figure> lq_balls(const FigureInput&) {
  using lq_balls_figure::ball;
  return {{"lq_balls",
           "Borders of the balls Σₖ |xₖ|^q ≤ 1 (MFDS, Figure 14.1)",
           {ball(0.5), ball(1), ball(1.5), ball(2), ball(4), ball(16)},
           3,
           "q is chosen here. For q < 1 the set is not convex; as q grows it fills the square."}};
}

}  // namespace verigrad::figures
