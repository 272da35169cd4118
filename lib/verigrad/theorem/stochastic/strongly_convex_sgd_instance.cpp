// Instances of strongly_convex_sgd, the laws of their iterates, and the sum that attains the best bound.
#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/piecewise_quadratic.hpp"
#include "verigrad/theorem/stochastic/strongly_convex_sgd.hpp"

namespace verigrad::strongly_convex_sgd {

namespace {

struct ByEntries {
  bool operator()(const Vector<Rational>& a, const Vector<Rational>& b) const {
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end());
  }
};

std::vector<Rational> probabilities(const StochasticInstance& instance) {
  if (instance.probabilities.empty()) return uniform(instance.f.size());
  std::vector<Rational> result;
  for (const double p : instance.probabilities) result.push_back(exact<Rational>(p));
  return result;
}

void require_valid(const StochasticInstance& instance) {
  if (!instance.f.rational())
    throw std::invalid_argument("StochasticInstance: f is not rational; use terms with + − × ÷ only");
  if (instance.x0.size() != instance.f.dimension())
    throw std::invalid_argument(fmt::format("StochasticInstance: x0 has {} entries; f has dimension {}",
                                            instance.x0.size(), instance.f.dimension()));
  if (!instance.probabilities.empty() && int(instance.probabilities.size()) != instance.f.size())
    throw std::invalid_argument(fmt::format("StochasticInstance: {} probabilities for {} terms; give one a term",
                                            instance.probabilities.size(), instance.f.size()));
  if (instance.n < 0)
    throw std::invalid_argument(fmt::format("StochasticInstance: n is {}; use 0 or more steps", instance.n));
}

/// The index i at every step, with the probability p[i].
std::vector<Law<Vector<Rational>>> laws_of_one_draw(const StochasticInstance& instance,
                                                    const StochasticGradient& method, const std::vector<Rational>& p) {
  std::vector<Law<Vector<Rational>>> result(std::size_t(instance.n) + 1);
  for (int i = 0; i < instance.f.size(); ++i) {
    auto state = StochasticGradient::start<Rational>(exact<Rational>(instance.x0));
    for (int k = 0; k <= instance.n; ++k) {
      result[std::size_t(k)].push_back({state.x, p[std::size_t(i)]});
      if (k < instance.n) state = method.step<Rational>(instance.f, state, i);
    }
  }
  for (auto& law : result) law = merged<ByEntries>(law);
  return result;
}

}  // namespace

std::string StochasticInstance::describe() const {
  std::string result = fmt::format("{}; x₀ = {}, μ = {}, {} steps", f.describe(), in_words(x0), mu, n);
  if (steps) result += ", " + in_words(*steps);
  if (!probabilities.empty()) result += fmt::format(", P(i) = {}", fmt::join(probabilities, ", "));
  if (claimed_C2) result += fmt::format(", C² = {}", *claimed_C2);
  if (x_star) result += fmt::format(", x* = {}", in_words(*x_star));
  if (one_draw) result += ", i(k) = i(0)";
  if (by_moments) result += ", by moments";
  return result;
}

std::vector<Law<Vector<Rational>>> laws(const StochasticInstance& instance) {
  require_valid(instance);
  const StochasticGradient method{instance.steps.value_or(StronglyConvexStep{instance.mu})};
  const std::vector<Rational> p = probabilities(instance);
  if (instance.one_draw) return laws_of_one_draw(instance, method, p);
  std::vector<Law<Vector<Rational>>> result{certain(exact<Rational>(instance.x0))};
  for (int k = 0; k < instance.n; ++k) {
    const auto step = [&](Vector<Rational>& x, int i) { x = method.step<Rational>(instance.f, {x, k}, i).x; };
    result.push_back(merged<ByEntries>(after_draw(result.back(), p, step)));
  }
  return result;
}

Rational largest_squared_gradient(const FiniteSum& f, const Law<Vector<Rational>>& law) {
  Rational largest = 0;
  for (const auto& [x, probability] : law)
    for (int i = 0; i < f.size(); ++i)
      largest = std::max(largest, squared_norm<Rational>(f.term(i).over<Rational>().gradient(x)));
  return largest;
}

StochasticInstance staircase(int terms, double x0, int steps, double mu, double width, int outer) {
  const auto knot = [&](int stair) { return width * (2 * stair - terms) / terms; };
  std::vector<ObjectivePtr> f;
  for (int i = 0; i < terms; ++i) {
    const bool shared = i < outer || i >= terms - outer;
    const int first = !shared ? i : i < outer ? 0 : terms - outer, end = first + (shared ? outer : 1);
    PiecewiseQuadratic::Data data{{-width}, {mu}, -mu * width};
    if (first > 0) {
      data.slopes.push_back(0);
      data.knots.push_back(knot(first));
    }
    data.slopes.push_back(mu * terms / (end - first));
    data.knots.push_back(knot(end));
    if (end < terms) {
      data.slopes.push_back(0);
      data.knots.push_back(width);
    }
    data.slopes.push_back(mu);
    f.push_back(make_objective(PiecewiseQuadratic(data)));
  }
  return {.f = FiniteSum(f, Curvature{mu, mu}), .x0 = Vector<double>::Constant(1, x0), .mu = mu, .n = steps};
}

}  // namespace verigrad::strongly_convex_sgd
