// Thesis, Figure 4.3: Step-Tuned SGD, the three heuristics that it comes from, and SGD on robust regression.
#include <algorithm>
#include <functional>
#include <limits>

#include "verigrad/algorithm/gradient_variation.hpp"
#include "verigrad/algorithm/sgd.hpp"
#include "verigrad/algorithm/step_tuned_sgd.hpp"
#include "verigrad/figure/epochs.hpp"
#include "verigrad/figure/robust_regression.hpp"

namespace verigrad::figures {
namespace gradient_variations_figure {
namespace {

constexpr int epochs_run = 250, tuned_at = 50, batch_size = 50, batches_an_epoch = 10;

/// Sets of 50 of the terms, from a seed.
class Batches {
public:
  explicit Batches(int terms) : order_(all_terms(terms)), indices_(terms, 1) {}
  BatchIndices next() {
    for (int i = 0; i < batch_size; ++i) std::swap(order_[std::size_t(i)], order_[std::size_t(indices_.next())]);
    return {order_.begin(), order_.begin() + batch_size};
  }

private:
  BatchIndices order_;
  Indices indices_;
};

/// 𝒥 at θ after each epoch of ten calls of step(batch); a call is one gradient of a batch.
template <class Step>
std::vector<double> over_batches(const RobustRegression& J, const Vector<double>& theta, Step step) {
  Batches batches(J.size());
  std::vector<double> values{J.value(theta)};
  for (int epoch = 0; epoch < epochs_run; ++epoch) {
    for (int k = 0; k < batches_an_epoch; ++k) step(batches);
    values.push_back(J.value(theta));
  }
  return values;
}

std::vector<double> plain_sgd(const RobustRegression& J, double alpha, double) {
  const Sgd method{alpha};
  const PowerDecay decay{alpha};
  auto state = Sgd::start(J.start());
  return over_batches(J, state.theta, [&, k = 0](Batches& batches) mutable {
    method.advance<double>(state, J.batch_gradient(batches.next(), state.theta), decay.at<double>(k++));
  });
}

std::vector<double> step_tuned(const RobustRegression& J, double alpha, double nu) {
  const StepTunedSgd method{{alpha}, nu};
  auto state = method.start(J.start());
  BatchIndices batch;
  return over_batches(J, state.theta, [&](Batches& batches) {
    if (!state.halfway) batch = batches.next();
    method.advance<double>(state, J.batch_gradient(batch, state.theta));
  });
}

/// variation(state, gradient, θₖ₋₁) estimates the gradient's variation.
template <class Variation>
std::vector<double> heuristic(const RobustRegression& J, double alpha, double nu, Variation variation) {
  const GradientVariationSgd method{{alpha}, nu};
  auto state = method.start(J.start());
  Vector<double> before = state.theta;
  return over_batches(J, state.theta, [&](Batches& batches) {
    const Vector<double> g = J.batch_gradient(batches.next(), state.theta), now = state.theta;
    method.advance<double>(state, g, variation(state, g, before));
    before = now;
  });
}

using State = GradientVariationSgd::State<double>;

std::vector<double> stochastic(const RobustRegression& J, double alpha, double nu) {
  return heuristic(J, alpha, nu,
                   [](const State& state, const Vector<double>& g, const Vector<double>&) -> Vector<double> {
                     return StochasticVariation::of<double>(state, g);
                   });
}

std::vector<double> exact_variation(const RobustRegression& J, double alpha, double nu) {
  return heuristic(J, alpha, nu,
                   [&](const State& state, const Vector<double>&, const Vector<double>& before) -> Vector<double> {
                     return J.gradient(state.theta) - J.gradient(before);
                   });
}

std::vector<double> expected(const RobustRegression& J, double alpha, double nu) {
  return heuristic(J, alpha, nu,
                   [&](const State& state, const Vector<double>&, const Vector<double>& before) -> Vector<double> {
                     return -state.eta * J.expected_curvature(before, batch_size);
                   });
}

/// With the α and ν that give the smallest value after 50 epochs.
template <class Run>
Curve best_of(const RobustRegression& J, const std::string& label, Stroke stroke, Run method) {
  std::vector<double> best;
  for (const double alpha : {0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0})
    for (const double nu : {1.0, 2.0, 5.0}) {
      std::vector<double> values = method(J, alpha, nu);
      if (best.empty() || values[tuned_at] < best[tuned_at]) best = std::move(values);
    }
  return over_epochs(label, best, stroke);
}

}  // namespace
}  // namespace gradient_variations_figure

std::vector<Figure> gradient_variations(const FigureInput&) {
  using namespace gradient_variations_figure;
  const RobustRegression J(500, 30, 1);
  const Panel panel{
      "",
      {"epoch (ten gradients of batches)"},
      {"𝒥(θ)"},
      {best_of(J, "Step-Tuned SGD", Stroke::solid, step_tuned), best_of(J, "SGD", Stroke::solid, plain_sgd),
       best_of(J, "Stochastic-GV", Stroke::dashed, stochastic), best_of(J, "Exact-GV", Stroke::dashed, exact_variation),
       best_of(J, "Expected-GV", Stroke::dashed, expected)}};
  return {
      {"gradient_variations",
       "Step-Tuned SGD and the heuristics behind it on non-convex regression (thesis, Figure 4.3)",
       {panel},
       1,
       "N = 500, P = 30, batches of 50, as printed; β, m̃, M̃, δ by default. Chosen here: normal data and start, seed "
       "1; α from ½ to 32\nand ν of 1, 2, 5, the best after 50 epochs. What Exact-GV and Expected-GV cost besides "
       "is not counted."}};
}

}  // namespace verigrad::figures
