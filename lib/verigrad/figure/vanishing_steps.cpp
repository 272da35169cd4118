// Thesis, Figure 1.7: gradient descent and SGD, with steps that vanish and that do not, on J(θ) = θ₁² + 10θ₂².
#include "verigrad/figure/epochs.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"

namespace verigrad::figures {
namespace vanishing_steps_figure {
namespace {

constexpr int sgd_steps = 150;

/// J up to a constant as the mean of four Jₙ, its copies with minimisers (±1, ±½).
FiniteSum terms() {
  std::vector<ObjectivePtr> result;
  for (const double a : {-1.0, 1.0})
    for (const double b : {-0.5, 0.5}) result.push_back(make_objective(Quadratic(vector({2, 20}), vector({a, b}))));
  return FiniteSum(result);
}

Curve sgd(const std::string& label, const StepSizes& rule, const Vector<double>& start, Stroke stroke) {
  const FiniteSum f = terms();
  const StochasticGradient method{rule};
  auto state = StochasticGradient::start<double>(start);
  Indices indices(f.size(), 1);
  Curve curve{label, {{start[0], start[1]}}, stroke};
  for (int k = 0; k < sgd_steps; ++k) {
    state = method.step<double>(f, state, indices.next());
    curve.points.emplace_back(state.x[0], state.x[1]);
  }
  return curve;
}

Curve gradient_descent(const std::string& label, double gamma, const Vector<double>& start) {
  const auto f = make_objective(terms());
  Curve curve{label, {}};
  for (const Vector<double>& theta : trajectory<double>(GradientDescent{gamma}, *f, start, sgd_steps))
    curve.points.emplace_back(theta[0], theta[1]);
  return curve;
}

Grid bowl() {
  return grid_of(evenly(-5, 5, 200), evenly(-2, 2, 120),
                 [](double theta1, double theta2) { return theta1 * theta1 + 10 * theta2 * theta2; });
}

}  // namespace
}  // namespace vanishing_steps_figure

std::vector<Figure> vanishing_steps(const FigureInput&) {
  using namespace vanishing_steps_figure;
  const Vector<double> start = vector({-4, 1.5});
  constexpr double gamma = 0.0625;
  const Panel panel{"",
                    {"θ₁", false, -5, 5},
                    {"θ₂", false, -2, 2},
                    {gradient_descent("GD, γ = 1/16", gamma, start),
                     sgd("SGD, γₖ = 1/16", ConstantStep{gamma}, start, Stroke::thin),
                     sgd("SGD, γₖ = (1/16)/(1 + k/10)", DecayingStep{gamma, 10}, start, Stroke::solid),
                     {"minimum", {{0, 0}}, Stroke::cross}},
                    Contours{"J = ¼, 1, 4, 9, 16, 25, 36", bowl(), {0.25, 1, 4, 9, 16, 25, 36}}};
  return {
      {"vanishing_steps",
       "GD and SGD on J(θ) = θ₁² + 10θ₂² (thesis, Figure 1.7)",
       {panel},
       1,
       "J as printed. Chosen here: J as the mean of four copies with minimisers (±1, ±½), up to a constant; start (−4, "
       "1.5),\n150 steps, the step sizes, seed 1. With γ constant SGD keeps bouncing around the minimum."}};
}

}  // namespace verigrad::figures
