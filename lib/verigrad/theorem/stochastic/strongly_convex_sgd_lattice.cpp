// Sums of one variable whose stochastic gradient descent stays on a lattice, so that all sequences of draws can be run.
#include <algorithm>

#include <fmt/format.h>

#include "verigrad/problem/piecewise_quadratic.hpp"
#include "verigrad/theorem/stochastic/strongly_convex_sgd.hpp"

namespace verigrad::strongly_convex_sgd {

namespace {

void require_valid(const LatticeWalk& lattice, int steps) {
  const auto even = [](int knot) { return knot % 2 == 0; };
  if (lattice.knots.empty() || std::any_of(lattice.knots.begin(), lattice.knots.end(), even) || even(lattice.bump_knot))
    throw std::invalid_argument("LatticeWalk: knots are none or not all odd; use odd ones, at least 1");
  for (const auto& levels : lattice.levels)
    if (levels.size() != lattice.knots.size() + 1)
      throw std::invalid_argument(fmt::format("LatticeWalk: {} levels for {} knots; give one more than knots",
                                              levels.size(), lattice.knots.size()));
  if (steps > 15) throw std::invalid_argument(fmt::format("LatticeWalk: {} steps; use at most 15", steps));
}

/// The last levels: those that make the sum 0.
std::vector<std::vector<int>> with_last(const LatticeWalk& lattice) {
  std::vector<std::vector<int>> all = lattice.levels;
  std::vector<int> last(lattice.knots.size() + 1, 0);
  for (const auto& levels : lattice.levels)
    for (std::size_t j = 0; j < last.size(); ++j) last[j] -= levels[j];
  all.push_back(last);
  return all;
}

/// f′ = μ(x + w s(x)), f″ = μ but on the ramps.
PiecewiseQuadratic::Data ramps(const LatticeWalk& lattice, const std::vector<int>& levels) {
  const double half = lattice.width / 256;
  PiecewiseQuadratic::Data data{{}, {lattice.mu}, 0};
  for (std::size_t j = 0; j < lattice.knots.size(); ++j) {
    const double knot = lattice.width * lattice.knots[j] / 16;
    data.knots.insert(data.knots.end(), {knot - half, knot + half});
    data.slopes.insert(data.slopes.end(), {lattice.mu * (1 + 128 * (levels[j + 1] - levels[j])), lattice.mu});
  }
  data.first_derivative = lattice.mu * (data.knots.front() + lattice.width * levels.front());
  return data;
}

/// Adds the bump, right of all knots.
void add_bump(const LatticeWalk& lattice, PiecewiseQuadratic::Data& data) {
  const double half = lattice.width / 256, knot = lattice.width * lattice.bump_knot / 16, slope = 256 * lattice.bump;
  data.knots.insert(data.knots.end(), {knot - half, knot, knot + half});
  data.slopes.insert(data.slopes.end(), {lattice.mu * (1 + slope), lattice.mu * (1 - slope), lattice.mu});
}

}  // namespace

StochasticInstance lattice_sum(const LatticeWalk& lattice, int steps) {
  require_valid(lattice, steps);
  std::vector<ObjectivePtr> terms;
  for (const std::vector<int>& levels : with_last(lattice)) {
    PiecewiseQuadratic::Data data = ramps(lattice, levels);
    if (terms.empty() && lattice.bump != 0) add_bump(lattice, data);
    terms.push_back(make_objective(PiecewiseQuadratic(data)));
  }
  StochasticInstance result{.f = FiniteSum(terms, Curvature{lattice.mu, lattice.mu}),
                            .x0 = Vector<double>::Constant(1, lattice.width * lattice.x0),
                            .mu = lattice.mu,
                            .n = steps};
  if (lattice.bump != 0) {
    result.f = FiniteSum(terms);
    result.x_star = Vector<double>::Zero(1);
  }
  return result;
}

}  // namespace verigrad::strongly_convex_sgd
