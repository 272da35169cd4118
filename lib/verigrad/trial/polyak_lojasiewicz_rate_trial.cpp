// The linear rate under the Polyak–Łojasiewicz inequality, on convex functions and one that is not.
#include "verigrad/problem/non_convex.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/theorem/descent/gradient_descent_rate.hpp"
#include "verigrad/theorem/descent/polyak_lojasiewicz_rate.hpp"
#include "verigrad/trial/declared.hpp"
#include "verigrad/trial/descent_problems.hpp"
#include "verigrad/trial/trials.hpp"

namespace verigrad::trial {
namespace {

std::vector<Problem> with_slopes(const Declared& declared) {
  require_hyper_parameters("polyak_lojasiewicz_rate", declared, {"lr", "L"});
  std::vector<Problem> result;
  for (const double h : products(declared, {0.5, 1.25, 1.75})) {
    const double L = smoothness(declared, h);
    result.push_back(descent_on(make_objective(Quadratic(at(L), at(0))), at(1), declared, 5));
    result.push_back(
        descent_on(make_objective(Quadratic(vector({L, L / 8}), vector({0, 1}))), vector({1, -1}), declared, 6));
    result.push_back(descent_on(make_objective(GemanMcClure(at(L / 2), at(0))), at(1.5), declared, 6));
  }
  return result;
}

/// Without the iterates from the first minimiser on: the statement divides by f(xₖ) − f*.
DescentInstance before_minimum(DescentInstance instance) {
  while (instance.recording.size() > 1 && !gradient_descent_rate::no_delta_is_zero(instance)) {
    instance.recording.pop_back();
    --instance.n;
  }
  return instance;
}

void linear_rate(const Problem& problem, const std::vector<Run>& runs, Claims& claims) {
  const DescentInstance instance = before_minimum(instance_of(problem, runs));
  if (!admissible(instance, claims) || instance.n == 0) return;
  polyak_lojasiewicz_rate::conclusion().claims(instance, claims);
}

/// f(y) ≤ f(x) + ‖∇f(x)‖ρ + Lρ²/2 for y within ρ of the exact step x, and later steps shrink what f(y) has too much.
std::vector<double> of_each_value(const Problem& problem, const std::vector<Run>& runs) {
  const Run& run = runs.front();
  const ObjectiveOver<Interval>& f = problem.objective()->over<Interval>();
  const Interval half_L = frac<Interval>(1, 2) * Interval::point(problem.objective()->curvature().smoothness());
  Interval sum;
  std::vector<double> result{0};
  for (int k = 0; k < run.steps(); ++k) {
    const Interval rho = Interval::point(run.slack[std::size_t(k)]);
    sum += norm<Interval>(f.gradient(run.exact[std::size_t(k)])) * rho + half_L * square(rho);
    result.push_back(sum.upper());
  }
  return result;
}

}  // namespace

Trial polyak_lojasiewicz_rate_trial() {
  return {"polyak_lojasiewicz_rate", {"sgd"}, with_slopes, linear_rate, of_each_value};
}

}  // namespace verigrad::trial
