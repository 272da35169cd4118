#include "verigrad/sampling/splitting.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "verigrad/sampling/draws.hpp"

namespace verigrad::generate {
namespace {

Gen<std::vector<int>> draws(std::size_t count, int highest) {
  return gen::container<std::vector<int>>(count, up_to(highest));
}

/// ± k/4 with 1 ≤ k ≤ 12.
Gen<double> nonzero() {
  return gen::map(gen::tuple(up_to(11), gen::boolean()), [](const std::tuple<int, bool>& draw) {
    const auto& [k, negative] = draw;
    return (negative ? -(k + 1) : k + 1) / 4.0;
  });
}

/// Terms dealt to p batches in a drawn order; batches may be empty.
SplittingInstance::Epoch dealt(int terms, const std::vector<int>& draw) {
  std::vector<int> order(static_cast<std::size_t>(terms));
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](int i, int j) { return draw[std::size_t(i)] < draw[std::size_t(j)]; });
  const int p = 1 + draw.back() % terms;
  SplittingInstance::Epoch epoch{std::size_t(p)};
  for (std::size_t at = 0; at < order.size(); ++at) epoch[at % epoch.size()].push_back(order[at]);
  return epoch;
}

double trace(const SplittingInstance& instance) {
  return 2 * (instance.alpha.asDiagonal() * instance.x.cwiseAbs2()).sum();
}

/// k/8 · 2⁻ᵉ, k from 1 to 8, times a power of two not above `scale`.
double step(double scale, int k, int e) { return std::ldexp(k + 1, std::ilogb(scale) - 3 - e); }

/// The step sizes, from a draw each and one for the kind.
std::vector<double> steps(const SplittingInstance& instance, const std::vector<int>& draw) {
  const double theta = trace(instance);
  const double lambda = draw.back() % 3 == 0 ? smallest_eigenvalue(instance) : 0;
  std::vector<double> result;
  for (std::size_t k = 0; k < instance.epochs.size(); ++k) {
    const bool small = lambda > 0 && k > 0;
    const int d = draw[k];
    result.push_back(small ? step(lambda / (theta * theta), d % 8, d / 8 % 2) : step(2 / theta, d % 8, d / 8 % 8));
  }
  return result;
}

Matrix<double> rounded_minimiser(const SplittingInstance& instance) {
  std::vector<int> all(std::size_t(instance.x.rows()));
  std::iota(all.begin(), all.end(), 0);
  return normal_system(instance, all).minimiser.unaryExpr([](const Rational& entry) { return approximate(entry); });
}

Gen<SplittingInstance> with_sizes(int terms, int m, int n, int epochs) {
  const auto data = gen::tuple(table(terms, m, nonzero()), table(terms, n, dyadic(4, 2)),
                               entries(terms, positive(2, -1, 1)), table(m, n, nonzero()));
  const auto choices =
      gen::tuple(gen::container<std::vector<std::vector<int>>>(std::size_t(epochs), draws(std::size_t(terms) + 1, 999)),
                 draws(std::size_t(epochs) + 1, 999), up_to(3));
  return gen::map(gen::pair(data, choices), [terms](const auto& draw) {
    const auto& [x, y, alpha, w0] = draw.first;
    const auto& [deals, step_draws, start] = draw.second;
    SplittingInstance result{x, y, alpha, w0, {}, {}};
    for (const auto& deal : deals) result.epochs.push_back(dealt(terms, deal));
    result.dt = steps(result, step_draws);
    if (start == 3) result.w0 = rounded_minimiser(result);
    return result;
  });
}

}  // namespace

Gen<SplittingInstance> opposed_batches() {
  return gen::map(gen::tuple(up_to(3), up_to(5), up_to(2), gen::boolean()), [](const std::tuple<int, int, int, bool>&
                                                                                   draw) {
    const auto& [h, e, epochs, alone] = draw;
    const Eigen::Index terms = alone ? 1 : 2;
    SplittingInstance result;
    result.x = Matrix<double>::Ones(terms, 1);
    result.y = alone ? Matrix<double>::Zero(1, 1) : Matrix<double>(Eigen::Vector2d(1, -1));
    result.alpha = Vector<double>::Constant(terms, std::ldexp(0.5, h));
    result.w0 = Matrix<double>::Constant(1, 1, alone ? 1 : 0);
    result.dt.assign(std::size_t(epochs) + 1, std::ldexp(1, -e - h));
    result.epochs.assign(result.dt.size(), alone ? SplittingInstance::Epoch{{0}} : SplittingInstance::Epoch{{0}, {1}});
    return result;
  });
}

Gen<SplittingInstance> splitting(int highest_epochs) {
  const auto general = gen::mapcat(gen::tuple(up_to(2), up_to(2), up_to(1), up_to(highest_epochs - 1)),
                                   [](const std::tuple<int, int, int, int>& sizes) {
                                     const auto& [more, m, n, epochs] = sizes;
                                     return with_sizes(m + 1 + more, m + 1, n + 1, epochs + 1);
                                   });
  return gen::weightedOneOf<SplittingInstance>({{3, general}, {1, opposed_batches()}});
}

}  // namespace verigrad::generate
