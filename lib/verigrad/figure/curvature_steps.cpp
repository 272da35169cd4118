// Thesis, Figure 4.1: the second-order models of a function at a point of negative and at one of positive curvature.
#include <cmath>

#include <fmt/format.h>

#include "verigrad/algorithm/gradient_variation.hpp"
#include "verigrad/figure/figure.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/polynomial.hpp"

namespace verigrad::figures {
namespace curvature_steps_figure {
namespace {

/// θ⁴/4 − θ²/2 + θ/8: concave for |θ| < 1/√3, with minima near −1.06 and 0.94.
const Polynomial& two_wells() {
  static const Polynomial result(vector({0, 0.125, -0.5, 0, 0.25}));
  return result;
}

double value(double theta) { return two_wells().value<double>(at(theta)); }
double slope(double theta) { return two_wells().gradient<double>(at(theta))[0]; }
double curvature(double theta) { return two_wells().hessian_product<double>(at(theta), at(1))[0]; }

/// 𝒥 or its model at θ, from `lowest` to `highest`.
template <class Of>
Curve along(const std::string& label, double lowest, double highest, Stroke stroke, Of of) {
  Curve curve{label, {}, stroke};
  for (int i = 0; i <= 200; ++i) {
    const double x = lowest + (highest - lowest) * i / 200;
    curve.points.emplace_back(x, of(x));
  }
  return curve;
}

Curve model(const std::string& label, double theta, double lowest, double highest) {
  return along(label, lowest, highest, Stroke::dashed, [=](double x) {
    return value(theta) + slope(theta) * (x - theta) + curvature(theta) / 2 * (x - theta) * (x - theta);
  });
}

}  // namespace
}  // namespace curvature_steps_figure

std::vector<Figure> curvature_steps(const FigureInput&) {
  using namespace curvature_steps_figure;
  constexpr double theta0 = 0.25, nu = 9;
  const double theta1 = theta0 - nu * slope(theta0);
  const double theta2 = theta1 - slope(theta1) / curvature(theta1);
  const Panel panel{
      "",
      {"θ", false, -1.75, 1.5},
      {"𝒥(θ)", false, -0.6, 0.4},
      {along("𝒥", -1.75, 1.5, Stroke::solid, value),
       model("q⁻ at θ₀", theta0, -1, 1.25),
       model("q⁺ at θ₁", theta1, 0.55, 1.5),
       {"θ₀, θ₁, θ₂", {{theta0, value(theta0)}, {theta1, value(theta1)}, {theta2, value(theta2)}}, Stroke::points}}};
  return {{"curvature_steps",
           "Steps along negative and positive curvature (thesis, Figure 4.1)",
           {panel},
           1,
           fmt::format("Chosen here: 𝒥 = θ⁴/4 − θ²/2 + θ/8, θ₀ = {}, ν = {}. q⁻ is concave, and the step is ν∇𝒥(θ₀), "
                       "to θ₁ = {:.3f};\nq⁺ is least at θ₂ = {:.3f}.",
                       theta0, nu, theta1, theta2)}};
}

}  // namespace verigrad::figures
