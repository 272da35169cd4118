// Runs of batch and stochastic methods in double, recorded after every epoch (n gradients of terms), for figures.
// Indices are drawn from a seed, the same on every machine.
#pragma once

#include <algorithm>
#include <functional>
#include <random>

#include "verigrad/algorithm/stochastic_averaged_gradient.hpp"
#include "verigrad/algorithm/stochastic_averaging.hpp"
#include "verigrad/algorithm/stochastic_gradient.hpp"
#include "verigrad/algorithm/trajectory.hpp"
#include "verigrad/figure/figure.hpp"

namespace verigrad {

/// Indices from 0 to n − 1.
class Indices {
public:
  Indices(int n, unsigned seed) : n_(unsigned(n)), engine_(seed) {}
  int next() { return int(engine_() % n_); }

private:
  unsigned n_;
  std::mt19937_64 engine_;
};

/// The points after 0, 1 … epochs of `terms.size()` steps step(i) each.
template <class Terms, class Step, class Point>
Trajectory<double> stochastic_epochs(const Terms& terms, int epochs, unsigned seed, Step step, Point point) {
  Indices indices(terms.size(), seed);
  Trajectory<double> points{point()};
  for (int epoch = 0; epoch < epochs; ++epoch) {
    for (int k = 0; k < terms.size(); ++k) step(indices.next());
    points.push_back(point());
  }
  return points;
}

/// Gradient descent with step size τ: x₀ and the point after each of its steps.
template <class Terms>
Trajectory<double> bgd_epochs(const Terms& terms, const Vector<double>& x0, int epochs, double tau) {
  Trajectory<double> points{x0};
  Vector<double> g = x0, sum;
  for (int epoch = 0; epoch < epochs; ++epoch) {
    sum = Vector<double>::Zero(x0.size());
    for (int i = 0; i < terms.size(); ++i) {
      term_gradient<double>(terms, i, points.back(), g);
      sum += g;
    }
    points.push_back(points.back() - tau / terms.size() * sum);
  }
  return points;
}

/// Stochastic gradient descent.
template <class Terms>
Trajectory<double> sgd_epochs(const Terms& terms, const Vector<double>& x0, int epochs, const StepSizes& steps,
                              unsigned seed) {
  const StochasticGradient method{steps};
  auto state = StochasticGradient::start<double>(x0);
  Vector<double> g = x0;
  return stochastic_epochs(
      terms, epochs, seed, [&](int i) { method.advance<double>(terms, state, i, g); }, [&] { return state.x; });
}

/// The averages of stochastic gradient descent with averaging.
template <class Terms>
Trajectory<double> sga_epochs(const Terms& terms, const Vector<double>& x0, int epochs, const SquareRootStep& steps,
                              unsigned seed) {
  auto state = StochasticAveraging::start<double>(x0);
  return stochastic_epochs(
      terms, epochs, seed, [&](int i) { StochasticAveraging::step<double>(terms, state, i, steps.at(state.k)); },
      [&] { return state.average; });
}

/// Stochastic averaged gradient descent with step size τ.
template <class Terms>
Trajectory<double> sag_epochs(const Terms& terms, const Vector<double>& x0, int epochs, double tau, unsigned seed) {
  const StochasticAveragedGradient method{tau};
  auto memory = GradientMemory<double>::start(x0, terms.size());
  return stochastic_epochs(
      terms, epochs, seed, [&](int i) { method.step<double>(terms, memory, i); }, [&] { return memory.x; });
}

/// A proven upper bound of f(x) − f*.
using Gap = std::function<double(const Vector<double>&)>;

/// The gap after each epoch.
inline std::vector<double> gaps(const Trajectory<double>& points, const Gap& gap) {
  std::vector<double> values;
  for (const Vector<double>& point : points) values.push_back(gap(point));
  return values;
}

/// (epoch, value).
inline Curve over_epochs(const std::string& label, const std::vector<double>& values, Stroke stroke = Stroke::solid) {
  Curve curve{label, {}, stroke};
  for (std::size_t epoch = 0; epoch < values.size(); ++epoch) curve.points.emplace_back(double(epoch), values[epoch]);
  return curve;
}

/// The given order statistic at each epoch over several runs: `rank` 1 is the smallest.
inline std::vector<double> order_statistic(const std::vector<std::vector<double>>& runs, std::size_t rank) {
  std::vector<double> result;
  for (std::size_t epoch = 0; epoch < runs.front().size(); ++epoch) {
    std::vector<double> values;
    for (const auto& run : runs) values.push_back(run[epoch]);
    std::nth_element(values.begin(), values.begin() + std::ptrdiff_t(rank - 1), values.end());
    result.push_back(values[rank - 1]);
  }
  return result;
}

}  // namespace verigrad
