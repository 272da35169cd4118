// Thesis, Figure 3.2: INNA with small steps on θ₁² + 2θ₂², with αβ below and above 1 and with vanishing damping α =
// 2/t.
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "verigrad/algorithm/inna.hpp"
#include "verigrad/figure/figure.hpp"

namespace verigrad::figures {
namespace spiral_trajectories_figure {
namespace {

constexpr double small_step = 1e-3;
constexpr int spiral_steps = 24000, spiral_kept_every = 20;

struct SpiralSetting {
  const char* label;
  double beta;
  bool vanishing;  ///< α = 2/t from t = 1, else α = 2
};
constexpr std::array<SpiralSetting, 4> spiral_settings{{{"α = 2, β = 0.1", 0.1, false},
                                                        {"α = 2, β = 1", 1, false},
                                                        {"α = 2/t, β = 0.1", 0.1, true},
                                                        {"α = 2/t, β = 1", 1, true}}};

double bowl(const Vector<double>& theta) { return theta[0] * theta[0] + 2 * theta[1] * theta[1]; }

struct SpiralRun {
  Curve path, values, distances;
};

SpiralRun spiral_run(const SpiralSetting& setting) {
  SpiralRun result{{setting.label, {}}, {setting.label, {}}, {setting.label, {}}};
  auto state = Inna{2, setting.beta}.start<double>(Vector<double>{{1, 1}});
  for (int k = 0; k <= spiral_steps; ++k) {
    const Vector<double>& theta = state.theta;
    if (k % spiral_kept_every == 0) {
      result.path.points.emplace_back(theta[0], theta[1]);
      result.values.points.emplace_back(k, bowl(theta));
      result.distances.points.emplace_back(k, theta.norm());
    }
    const Inna method{setting.vanishing ? 2 / (1 + k * small_step) : 2, setting.beta};
    state = method.step<double>(state, Vector<double>{{2 * theta[0], 4 * theta[1]}}, small_step);
  }
  return result;
}

Contours bowl_lines(double reach) {
  Contours contours{"level lines", {}, {}};
  for (const double share : {0.02, 0.1, 0.3, 0.7, 1.3, 2.0}) contours.levels.push_back(share * reach * reach);
  const std::vector<double> ends = evenly(-reach, reach, 80);
  contours.grid = grid_of(ends, ends, [](double x, double y) { return bowl(Vector<double>{{x, y}}); });
  return contours;
}

/// The paths within `reach` of (0, 0): what is outside breaks the lines.
Panel spirals_within(const std::string& title, const std::vector<Curve>& paths, double reach) {
  Panel panel{title, {"θ₁", false, -reach, reach}, {"θ₂", false, -reach, reach}, paths, bowl_lines(reach)};
  for (Curve& path : panel.curves)
    for (auto& [x, y] : path.points)
      if (std::abs(x) > reach || std::abs(y) > reach) x = y = std::nan("");
  panel.curves.push_back({"minimiser (0, 0)", {{0, 0}}, Stroke::cross});
  return panel;
}

}  // namespace
}  // namespace spiral_trajectories_figure

std::vector<Figure> spiral_trajectories(const FigureInput&) {
  using namespace spiral_trajectories_figure;
  std::vector<Curve> paths, values, distances;
  for (const SpiralSetting& setting : spiral_settings) {
    SpiralRun one = spiral_run(setting);
    paths.push_back(std::move(one.path));
    values.push_back(std::move(one.values));
    distances.push_back(std::move(one.distances));
  }
  const Axis steps{"step k", false, 0, spiral_steps};
  return {
      {"spiral_trajectories",
       "INNA with small steps on θ₁² + 2θ₂² (thesis, Figure 3.2)",
       {spirals_within("(a) from (1, 1)", paths, 1.1),
        spirals_within("(b)", paths, 0.05),
        spirals_within("(c)", paths, 0.004),
        {"(d) values", steps, {"𝒥(θₖ)", true, 1e-20}, values},
        {"(e) distance to the minimiser", steps, {"‖θₖ‖", true, 1e-10}, distances}},
       3,
       fmt::format("Function, start and (α, β) as printed but for the last β, which the text only calls larger. Chosen "
                   "here: γ = {},\n"
                   "ψ₀ = (1 − αβ)θ₀ with α = 2, so that θ starts along −β∇𝒥, and t = 1 + γk in α = 2/t.",
                   small_step)}};
}

}  // namespace verigrad::figures
