#include "verigrad/sampling/finite_sums.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/generators.hpp"

namespace verigrad::generate {
namespace {

Gen<int> between(int lowest, int highest) { return gen::inRange(lowest, highest + 1); }

/// k/4 for k = 0 … 8.
Gen<Vector<double>> spectrum(int dimension) {
  return gen::map(gen::container<std::vector<int>>(std::size_t(dimension), between(0, 8)),
                  [](const std::vector<int>& quarters) {
                    Vector<double> eigenvalues(Eigen::Index(quarters.size()));
                    for (std::size_t i = 0; i < quarters.size(); ++i) eigenvalues[Eigen::Index(i)] = quarters[i] / 4.0;
                    return eigenvalues;
                  });
}

Gen<ObjectivePtr> term(int dimension) {
  return gen::map(gen::tuple(spectrum(dimension), point(dimension, 4, 1)),
                  [](const std::tuple<Vector<double>, Vector<double>>& draw) {
                    return make_objective(Quadratic(std::get<0>(draw), std::get<1>(draw)));
                  });
}

/// The largest double q with q·divisor ≤ dividend.
double quotient_below(double dividend, double divisor) {
  const double q = dividend / divisor;
  const bool above = exact<Rational>(q) * exact<Rational>(divisor) > exact<Rational>(dividend);
  return above ? std::nextafter(q, 0) : q;
}

Gen<FiniteSum> few_quadratics() {
  return gen::mapcat(gen::tuple(between(2, 3), between(1, 2)), [](const std::tuple<int, int>& sizes) {
    return gen::map(
        gen::container<std::vector<ObjectivePtr>>(std::size_t(std::get<0>(sizes)), term(std::get<1>(sizes))),
        [](const std::vector<ObjectivePtr>& terms) { return FiniteSum(terms); });
  });
}

}  // namespace

Gen<FiniteSumInstance> stochastic_run(int highest_steps, double highest) {
  return gen::mapcat(few_quadratics(), [=](const FiniteSum& f) {
    const auto sixteenths = gen::mapcat(between(1, highest_steps), [](int count) {
      return gen::container<std::vector<int>>(std::size_t(count), between(1, 16));
    });
    return gen::map(gen::tuple(point(f.dimension(), 4, 1), sixteenths),
                    [=](const std::tuple<Vector<double>, std::vector<int>>& draw) {
                      FiniteSumInstance instance{f, std::get<0>(draw), {}};
                      std::vector<int> shares = std::get<1>(draw);
                      std::sort(shares.rbegin(), shares.rend());
                      const double longest = quotient_below(highest, std::max(0.25, instance.largest_L()));
                      for (const int share : shares) instance.tau.push_back(longest * share / 16);
                      return instance;
                    });
  });
}

}  // namespace verigrad::generate
