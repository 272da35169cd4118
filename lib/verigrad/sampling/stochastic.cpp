#include "verigrad/sampling/stochastic.hpp"

#include <algorithm>
#include <cmath>

#include "verigrad/problem/quadratic.hpp"
#include "verigrad/problem/softplus_network.hpp"
#include "verigrad/sampling/draws.hpp"
#include "verigrad/sampling/generators.hpp"

namespace verigrad::generate {
namespace {

using strongly_convex_sgd::StochasticInstance;

/// As many steps as give at most 300 index sequences.
int few_steps(int steps, int terms) {
  return terms == 1 ? steps : std::min(steps, int(std::log(300) / std::log(terms)));
}

using Spectra = std::vector<Vector<double>>;

Gen<FiniteSum> quadratic_terms(int terms, int dimension) {
  const auto spectra = gen::container<Spectra>(std::size_t(terms), entries(dimension, positive(3, -2, 2)));
  const auto centres = gen::container<Spectra>(std::size_t(terms), point(dimension, 4, 2));
  return gen::map(gen::tuple(spectra, centres, up_to(2)), [=](const std::tuple<Spectra, Spectra, int>& draw) {
    const auto& [spectrum, centre, kind] = draw;
    const Vector<double> round = Vector<double>::Constant(dimension, spectrum.front()[0]);
    std::vector<ObjectivePtr> result;
    for (std::size_t i = 0; i < std::size_t(terms); ++i)
      result.push_back(make_objective(Quadratic(kind < 2 ? round : spectrum[i], centre[i])));
    return FiniteSum(result);
  });
}

/// All terms μ‖x − cᵢ‖²/2: then xₖ is the mean of the centres drawn.
bool points_merge(const FiniteSum& f, double mu) {
  return std::all_of(f.terms().begin(), f.terms().end(), [mu](const ObjectivePtr& term) {
    return term->curvature().lower == mu && term->curvature().upper == mu;
  });
}

StochasticInstance on_quadratics(const FiniteSum& f, Vector<double> x0, bool half, int steps) {
  const double mu = half ? f.curvature().lower / 2 : f.curvature().lower;
  return {.f = f, .x0 = std::move(x0), .mu = mu, .n = points_merge(f, mu) ? steps : few_steps(steps, f.size())};
}

Gen<StochasticInstance> quadratics(int highest_n) {
  return gen::mapcat(quadratic_sum(3), [=](const FiniteSum& f) {
    return gen::map(gen::tuple(point(f.dimension(), 4, 2), one_in(4), up_to(highest_n)),
                    [f](const std::tuple<Vector<double>, bool, int>& draw) {
                      return on_quadratics(f, std::get<0>(draw), std::get<1>(draw), std::get<2>(draw));
                    });
  });
}

Gen<StochasticInstance> staircases(int highest_n) {
  return gen::map(gen::tuple(up_to(1), gen::oneOf(gen::just(0), up_to(8)), up_to(highest_n), up_to(4), up_to(4)),
                  [](const std::tuple<int, int, int, int, int>& draw) {
                    const auto [size, eighths, steps, slope, scale] = draw;
                    const int terms = size == 0 ? 2 : 4;
                    const double mu = std::ldexp(1, slope - 2), width = std::ldexp(1, scale - 2);
                    return strongly_convex_sgd::staircase(terms, width * eighths / 8, few_steps(steps, terms), mu,
                                                          width);
                  });
}

/// Ascending odd knots in [−31, 31].
Gen<std::vector<int>> odd_knots(int count) {
  const auto gaps = gen::container<std::vector<int>>(std::size_t(count), up_to(8));
  return gen::map(gen::pair(up_to(10), gaps), [](const std::pair<int, std::vector<int>>& draw) {
    std::vector<int> knots;
    int knot = 2 * draw.first - 11;
    for (const int gap : draw.second) knots.push_back(knot += 2 * gap + 2);
    return knots;
  });
}

using Levels = std::vector<std::vector<int>>;

Gen<Levels> step_levels(int terms, int knots) {
  const auto level = gen::map(up_to(4), [](int drawn) { return drawn - 2; });
  return gen::container<Levels>(std::size_t(terms), gen::container<std::vector<int>>(std::size_t(knots) + 1, level));
}

/// One term a sample, for a network with 2 inputs and 2 hidden units.
Gen<FiniteSum> network_sum(int most_terms) {
  return gen::mapcat(up_to(most_terms - 1), [](int more) {
    const int samples = more + 1;
    return gen::map(gen::pair(table(samples, 2, dyadic(4, 2)), entries(samples, dyadic(4, 2))),
                    [](const std::pair<Matrix<double>, Vector<double>>& data) {
                      std::vector<ObjectivePtr> terms;
                      for (Eigen::Index i = 0; i < data.first.rows(); ++i)
                        terms.push_back(make_objective(
                            SoftplusNetwork(data.first.row(i), Vector<double>::Constant(1, data.second[i]), 2, 8)));
                      return FiniteSum(terms);
                    });
  });
}

}  // namespace

Gen<BatchInstance> batches(int most_terms) {
  const auto sums = gen::oneOf(quadratic_sum(most_terms), quadratic_sum(most_terms), network_sum(most_terms));
  return gen::mapcat(sums, [](const FiniteSum& f) {
    return gen::map(gen::pair(point(f.dimension(), 4, 2), up_to(f.size() - 1)),
                    [f](const std::pair<Vector<double>, int>& draw) {
                      return BatchInstance{f, draw.first, draw.second + 1};
                    });
  });
}

Gen<FiniteSum> quadratic_sum(int most_terms) {
  return gen::mapcat(gen::pair(up_to(most_terms - 1), dimension(2)),
                     [](const std::pair<int, int>& sizes) { return quadratic_terms(sizes.first + 1, sizes.second); });
}

Gen<strongly_convex_sgd::StochasticInstance> stochastic(int highest_n) {
  return gen::oneOf(quadratics(highest_n), staircases(highest_n));
}

Gen<strongly_convex_sgd::StochasticInstance> stochastic_by_moments(int steps) {
  return gen::map(quadratics(0), [steps](StochasticInstance instance) {
    instance.n = steps;
    instance.by_moments = true;
    return instance;
  });
}

Gen<strongly_convex_sgd::StochasticInstance> stochastic_on_lattice(int steps, bool bump) {
  return gen::mapcat(gen::tuple(up_to(1), up_to(2), up_to(4), up_to(4), up_to(2)),
                     [=](const std::tuple<int, int, int, int, int>& draw) {
                       const auto [more_terms, more_knots, slope, scale, x0] = draw;
                       const double mu = std::ldexp(1, slope - 2), width = std::ldexp(1, scale - 2);
                       const auto jumps =
                           gen::pair(odd_knots(more_knots + 1), step_levels(more_terms + 1, more_knots + 1));
                       return gen::map(jumps, [=, x0 = x0](const std::pair<std::vector<int>, Levels>& drawn) {
                         const auto& [knots, levels] = drawn;
                         return strongly_convex_sgd::lattice_sum(
                             {knots, levels, x0, mu, width, bump ? 3 : 0, std::max(knots.back(), 1) + 2}, steps);
                       });
                     });
}

}  // namespace verigrad::generate
