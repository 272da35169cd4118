// MFDS, Figure 14.6: trajectories of SGD on f₁ = (x − 1)², f₂ = (x + 1)² from x₀ uniform on [−½, ½], and their density.
#include <cmath>
#include <random>

#include "verigrad/figure/epochs.hpp"
#include "verigrad/theorem/stochastic/stochastic_gradient_descent.hpp"

namespace verigrad::figures {
namespace stochastic_trajectories_figure {
namespace {

constexpr int steps = 100, drawn = 40, counted = 20000, bins = 80;
constexpr double lowest = -1, highest = 1;

using Path = std::vector<double>;

/// One run of SGD, with the start and the indices from the engine.
Path run(const FiniteSum& f, const StepSizes& rule, std::mt19937_64& engine) {
  const StochasticGradient method{rule};
  const double uniform = double(engine() >> 11) * 0x1p-53;
  auto state = StochasticGradient::start<double>(Vector<double>::Constant(1, uniform - 0.5));
  Vector<double> g = state.x;
  Path path{state.x[0]};
  for (int k = 0; k < steps; ++k) {
    method.advance<double>(f, state, int(engine() % 2), g);
    path.push_back(state.x[0]);
  }
  return path;
}

Curve trajectories(const std::vector<Path>& paths) {
  Curve curve{"40 runs", {}, Stroke::thin};
  for (int i = 0; i < drawn; ++i) {
    for (int k = 0; k <= steps; ++k) curve.points.emplace_back(k, paths[std::size_t(i)][std::size_t(k)]);
    curve.points.emplace_back(std::nan(""), std::nan(""));
  }
  return curve;
}

/// The share of runs in each bin over its width, one column a step.
Grid density(const std::vector<Path>& paths) {
  const double width = (highest - lowest) / bins;
  Grid grid;
  for (int k = 0; k <= steps; ++k) grid.x.push_back(k);
  for (int bin = 0; bin < bins; ++bin) grid.y.push_back(lowest + (bin + 0.5) * width);
  grid.z.assign(bins, std::vector<double>(steps + 1, 0));
  for (const Path& path : paths)
    for (std::size_t k = 0; k < path.size(); ++k) {
      const int bin = int(std::floor((path[k] - lowest) / width));
      if (bin >= 0 && bin < bins) grid.z[std::size_t(bin)][k] += 1 / (width * double(paths.size()));
    }
  return grid;
}

void add_panels(const std::string& title, const StepSizes& rule, std::vector<Panel>& top, std::vector<Panel>& bottom) {
  const FiniteSum f = stochastic_gradient_descent::two_parabolas();
  std::mt19937_64 engine(1);
  std::vector<Path> paths;
  for (int i = 0; i < counted; ++i) paths.push_back(run(f, rule, engine));
  const Axis step{"step k", false, 0, steps}, x{"xₖ", false, lowest, highest};
  const Curve minimiser{"minimiser x* = 0", {{0, 0}, {steps, 0}}, Stroke::dashed};
  top.push_back({title, step, x, {trajectories(paths), minimiser}});
  bottom.push_back({"", step, x, {minimiser}, {}, Density{"density of xₖ over 20,000 runs", density(paths)}});
}

}  // namespace
}  // namespace stochastic_trajectories_figure

std::vector<Figure> stochastic_trajectories(const FigureInput&) {
  using namespace stochastic_trajectories_figure;
  std::vector<Panel> panels, bottom;
  add_panels("τₖ = 0.1/(1 + k/10)", DecayingStep{0.1, 10}, panels, bottom);
  add_panels("τₖ = 0.1, constant", ConstantStep{0.1}, panels, bottom);
  panels.insert(panels.end(), bottom.begin(), bottom.end());
  return {
      {"stochastic_trajectories", "SGD on (x − 1)² and (x + 1)², x₀ uniform on [−½, ½] (MFDS, Figure 14.6)", panels, 2,
       "Functions and x₀ as printed; τ₀ = 0.1, k₀ = 10, 100 steps, seed 1 are chosen here, and the constant step is "
       "added.\nThe density is a count of samples: an illustration."}};
}

}  // namespace verigrad::figures
