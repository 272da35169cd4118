// Thesis, Figure 2.1: INNA on 100(θ₂ − |θ₁|)² + |1 − θ₁| for three choices of (α, β).
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "verigrad/algorithm/inna.hpp"
#include "verigrad/figure/figure.hpp"

namespace verigrad::figures {
namespace inna_trajectories_figure {
namespace {

constexpr int inna_steps = 100000, kept_every = 20;
constexpr double gamma_k = 1e-4;

struct Damping {
  double alpha, beta;
};
constexpr std::array<Damping, 3> dampings{{{0.5, 0.01}, {0.5, 0.1}, {1.3, 0.1}}};

double valley(double x, double y) { return 100 * std::pow(y - std::abs(x), 2) + std::abs(1 - x); }

/// An element of D𝒥(θ), with sign(0) = 0.
Vector<double> subgradient(const Vector<double>& theta) {
  const auto sign = [](double t) { return double((t > 0) - (t < 0)); };
  const double off = 200 * (theta[1] - std::abs(theta[0]));
  return Vector<double>{{-off * sign(theta[0]) - sign(1 - theta[0]), off}};
}

std::string in_words(const Damping& damping) { return fmt::format("α = {}, β = {}", damping.alpha, damping.beta); }

struct Run {
  Curve path, values;
};

Run run(const Damping& damping) {
  const Inna method{damping.alpha, damping.beta};
  auto state = method.start<double>(Vector<double>{{-1, 1.5}});
  Run result{{"INNA", {}}, {in_words(damping), {}}};
  for (int k = 0; k <= inna_steps; ++k) {
    if (k % kept_every == 0) {
      result.path.points.emplace_back(state.theta[0], state.theta[1]);
      result.values.points.emplace_back(k, valley(state.theta[0], state.theta[1]));
    }
    state = method.step<double>(state, subgradient(state.theta), gamma_k);
  }
  return result;
}

Contours landscape() {
  return {"level lines", grid_of(evenly(-1.5, 2, 120), evenly(-0.5, 2, 120), valley), {0.5, 1, 2, 5, 20, 60, 120}};
}

}  // namespace
}  // namespace inna_trajectories_figure

std::vector<Figure> inna_trajectories(const FigureInput&) {
  using namespace inna_trajectories_figure;
  std::vector<Panel> panels;
  Panel values{"(d) values", {"step k", false, 0, inna_steps}, {"𝒥(θₖ)", true}, {}};
  for (std::size_t i = 0; i < dampings.size(); ++i) {
    Run one = run(dampings[i]);
    values.curves.push_back(std::move(one.values));
    panels.push_back({fmt::format("({}) {}", "abc"[i], in_words(dampings[i])),
                      {"θ₁", false, -1.5, 2},
                      {"θ₂", false, -0.5, 2},
                      {std::move(one.path),
                       {"start (−1, 1.5)", {{-1, 1.5}}, Stroke::cross},
                       {"minimiser (1, 1)", {{1, 1}}, Stroke::points}},
                      landscape()});
  }
  panels.push_back(std::move(values));
  return {
      {"inna_trajectories", "INNA on 100(θ₂ − |θ₁|)² + |1 − θ₁| (thesis, Figure 2.1)", panels, 2,
       "Function, start, γₖ = 10⁻⁴ and (c) as printed. (a) and (b) are chosen here: the text gives their order "
       "alone (β too small,\nthen β larger). No ψ₀ is printed for this figure: it is (1 − αβ)θ₀, for which θ starts "
       "along −βv; with the rule that\n2.6.2 gives for networks, θ′(0) = −v, (a) would leave the picture, to |θ₁| > "
       "100. Subgradients take sign(0) = 0."}};
}

}  // namespace verigrad::figures
