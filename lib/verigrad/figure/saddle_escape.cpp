// Thesis, Figure 3.3: INNA on θ₁⁴ − 4θ₁² + θ₂², on and off the stable manifold of its strict saddle (0, 0).
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "verigrad/algorithm/inna.hpp"
#include "verigrad/figure/figure.hpp"

namespace verigrad::figures {
namespace saddle_escape_figure {
namespace {

constexpr double step_size = 0.02;
constexpr int shown_steps = 1000, escape_steps = 500;

struct Setting {
  double alpha, beta;
  std::array<std::pair<double, double>, 2> starts;
};
constexpr std::array<Setting, 2> settings{{{0.5, 1, {{{0, 1.8}, {0.05, 1.8}}}}, {2, 1, {{{0, -1.8}, {-0.05, -1.8}}}}}};

double toy(double x, double y) { return x * x * x * x - 4 * x * x + y * y; }
Vector<double> toy_gradient(const Vector<double>& theta) {
  return Vector<double>{{4 * theta[0] * (theta[0] * theta[0] - 2), 2 * theta[1]}};
}

std::string in_words(const Setting& setting) { return fmt::format("α = {}, β = {}", setting.alpha, setting.beta); }

/// θ₀, θ₁, … from (θ₀, (1 − αβ)θ₀).
std::vector<Vector<double>> iterates(const Setting& setting, double x, double y, int steps) {
  const Inna method{setting.alpha, setting.beta};
  auto state = method.start<double>(Vector<double>{{x, y}});
  std::vector<Vector<double>> result{state.theta};
  for (int k = 0; k < steps; ++k) {
    state = method.step<double>(state, toy_gradient(state.theta), step_size);
    result.push_back(state.theta);
  }
  return result;
}

Contours landscape_of_toy() {
  const std::vector<double> ends = evenly(-2, 2, 120);
  return {"level lines", grid_of(ends, ends, toy), {-3.5, -2.5, -1.5, -0.5, 0, 0.5, 1.5, 2.5, 3.5}};
}

/// Where 12θ₁² − 8 = 0.
Curve borders_of_concavity() {
  const double border = std::sqrt(2.0 / 3), gap = std::nan("");
  return {
      "𝒥 concave in θ₁ between", {{-border, -2}, {-border, 2}, {gap, gap}, {border, -2}, {border, 2}}, Stroke::dashed};
}

Panel paths(const std::string& title, std::size_t which) {
  Panel panel{title,
              {"θ₁", false, -2, 2},
              {"θ₂", false, -2, 2},
              {{"stable manifold θ₁ = 0", {{0, -2}, {0, 2}}, Stroke::thin},
               borders_of_concavity(),
               {"minimisers (∓√2, 0)", {{-std::sqrt(2), 0}, {std::sqrt(2), 0}}, Stroke::cross},
               {"strict saddle (0, 0)", {{0, 0}}, Stroke::points}},
              landscape_of_toy()};
  for (const Setting& setting : settings) {
    Curve path{in_words(setting), {}};
    const auto [x, y] = setting.starts[which];
    for (const Vector<double>& theta : iterates(setting, x, y, shown_steps))
      path.points.emplace_back(theta[0], theta[1]);
    panel.curves.push_back(std::move(path));
  }
  return panel;
}

/// s > 0 with 𝒥″(0) = −8 = −st and α = t − s + βst.
double instability(const Setting& setting) {
  const double b = setting.alpha - 8 * setting.beta;
  return (std::sqrt(b * b + 32) - b) / 2;
}

Panel escapes() {
  Panel panel{"from θ₁ = 10⁻¹²", {"step k", false, 0, escape_steps}, {"|θ₁|", true}, {}};
  for (const Setting& setting : settings) {
    Curve distance{in_words(setting), {}},
        rate{fmt::format("10⁻¹²(1 + γs)ᵏ, {}", in_words(setting)), {}, Stroke::dashed};
    const auto run = iterates(setting, 1e-12, 0, escape_steps);
    for (int k = 0; k <= escape_steps; ++k) {
      distance.points.emplace_back(k, std::abs(run[std::size_t(k)][0]));
      const double bound = 1e-12 * std::pow(1 + step_size * instability(setting), k);
      if (bound < 10) rate.points.emplace_back(k, bound);
    }
    panel.curves.push_back(std::move(distance));
    panel.curves.push_back(std::move(rate));
  }
  return panel;
}

}  // namespace
}  // namespace saddle_escape_figure

std::vector<Figure> saddle_escape(const FigureInput&) {
  using namespace saddle_escape_figure;
  return {
      {"saddle_escape",
       "INNA on θ₁⁴ − 4θ₁² + θ₂² near its strict saddle (thesis, Figure 3.3)",
       {paths("on the stable manifold", 0), paths("near the stable manifold", 1), escapes()},
       3,
       "Function as printed. Chosen here, where the text leaves them open: α, β, γ = 0.02, the starts, and ψ₀ = (1 − "
       "αβ)θ₀. γ is below the\nbound (3.20) for L = 40, which holds for |θ₁| ≤ 2: on all of ℝ² ∇𝒥 is not Lipschitz. "
       "On the right, 1 + γs is the eigenvalue\nabove 1 of inna/3.9; the distance of Table 3.1 is 10⁻¹²."}};
}

}  // namespace verigrad::figures
