// Stochastic gradient descent with the rates 1/(μ(k + 1)), on every sequence of indices: expectations are exact.
//
// Where the exact step ends in x, the recorded one ends within ρ of it, so that its squared distance to x* is at most
// 2‖x − x*‖ρ + ρ² more. The factors 1 − 2/(k + 1) of later steps are at most 1, and the first step has nothing to grow.
#include <algorithm>

#include "verigrad/theorem/stochastic/strongly_convex_sgd.hpp"
#include "verigrad/trial/declared.hpp"
#include "verigrad/trial/trials.hpp"

namespace verigrad::trial {
namespace {

constexpr int sgd_steps = 4;
constexpr double strong_convexity = 0.5;

Problem falling_rates(FiniteSum f, Vector<double> start, const Declared& declared) {
  Problem result{std::move(f), std::move(start), {}, declared.hyper};
  for (int k = 0; k < sgd_steps; ++k) result.rates.push_back(1 / (exact<Rational>(strong_convexity) * (k + 1)));
  return result;
}

std::vector<Problem> staircases(const Declared& declared) {
  require_hyper_parameters("strongly_convex_sgd", declared, {});
  std::vector<Problem> result;
  for (const double start : {0.0, 0.75, 3.0}) {
    const auto instance = strongly_convex_sgd::staircase(2, start, sgd_steps, strong_convexity);
    result.push_back(falling_rates(instance.f, instance.x0, declared));
  }
  return result;
}

int common_steps(const std::vector<Run>& runs) {
  const auto shortest =
      std::min_element(runs.begin(), runs.end(), [](const Run& a, const Run& b) { return a.steps() < b.steps(); });
  return shortest->steps();
}

/// The law of the recorded xₖ.
Law<Vector<Rational>> law_after(int k, const std::vector<Run>& runs) {
  Law<Vector<Rational>> result;
  for (const Run& run : runs)
    result.push_back({exact<Rational>(run.x[std::size_t(k)]), Rational(1) / int(runs.size())});
  return result;
}

void expected_distances(const Problem& problem, const std::vector<Run>& runs, Claims& claims) {
  const int n = common_steps(runs);
  std::vector<Law<Vector<Rational>>> laws;
  for (int k = 0; k <= n; ++k) laws.push_back(law_after(k, runs));
  const strongly_convex_sgd::Run r({.f = problem.f, .x0 = problem.start, .mu = strong_convexity, .n = n}, laws);
  const auto largest = [&](int k) { return r.C2[std::size_t(k)] / square(r.mu); };
  if (n >= 1) claims.at_most("E‖x₁ − x*‖² ≤ C²/μ² − ‖x₀ − x*‖²", r.eps[1], largest(1) - r.distance2, 1);
  for (int k = 2; k <= n; ++k)
    claims.at_most("E‖xₖ − x*‖² ≤ (k − Hₖ)/(k(k − 1)) C²/μ²", r.eps[std::size_t(k)],
                   strongly_convex_sgd::best_factor(k) * largest(k), k);
}

std::vector<double> of_expectations(const Problem& problem, const std::vector<Run>& runs) {
  const Vector<Interval> centre = problem.f.minimum<Interval>().x_star;
  Interval sum;
  std::vector<double> result{0};
  for (std::size_t k = 0; int(k) < common_steps(runs); ++k) {
    double largest = 0;
    for (const Run& run : runs) {
      const Interval rho = Interval::point(run.slack[k]), far = norm<Interval>(run.exact[k] - centre);
      largest = std::max(largest, (Interval(2) * far * rho + square(rho)).upper());
    }
    sum += Interval::point(largest);
    result.push_back(sum.upper());
  }
  return result;
}

}  // namespace

Trial strongly_convex_sgd_trial() {
  return {"strongly_convex_sgd", {"sgd"}, staircases, expected_distances, of_expectations};
}

}  // namespace verigrad::trial
