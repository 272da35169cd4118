// f(xₖ) − f* under the printed bound and under the best one known, on functions that attain the latter. For the
// recorded iterate y and the exact one x, f(y) − f(x) ≤ ‖∇f(y)‖Σρ.
#include "verigrad/problem/huber.hpp"
#include "verigrad/problem/piecewise_quadratic.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/theorem/descent/gradient_descent_rate.hpp"
#include "verigrad/trial/declared.hpp"
#include "verigrad/trial/descent_problems.hpp"
#include "verigrad/trial/trials.hpp"

namespace verigrad::trial {
namespace {

std::vector<Problem> worst_cases(const Declared& declared) {
  require_hyper_parameters("gradient_descent_rate", declared, {"lr", "L"});
  std::vector<Problem> result;
  for (const double h : products(declared, {0.5, 1, 1.75})) {
    const double L = smoothness(declared, h);
    const auto add = [&](ObjectivePtr f, Vector<double> start, int steps) {
      result.push_back(descent_on(std::move(f), std::move(start), declared, steps));
    };
    add(make_objective(Quadratic(at(L), at(0))), at(1), 5);
    for (const int n : {1, 8})
      add(make_objective(Huber(at(L), 1, at(0))), at(declared.dtype->nearest(2 * n * h + 1)), n);
    add(make_objective(Quadratic(vector({L, L / 4, 0}), vector({1, -2, 3}))), vector({-3, 2, 1}), 6);
    add(make_objective(PiecewiseQuadratic({{-1, 1}, {L, L / 8, L / 2}, -L / 8})), at(-5), 8);
  }
  return result;
}

void rates(const Problem& problem, const std::vector<Run>& runs, Claims& claims) {
  const DescentInstance instance = instance_of(problem, runs);
  if (!admissible(instance, claims)) return;
  gradient_descent_rate::conclusion().claims(instance, claims);
  gradient_descent_rate::best_conclusion().claims(instance, claims);
}

std::vector<double> of_values(const Problem& problem, const std::vector<Run>& runs) {
  const Run& run = runs.front();
  const ObjectiveOver<Interval>& f = problem.objective()->over<Interval>();
  return after_each(run, [&](int k) {
    const Interval slope = norm<Interval>(f.gradient(exact<Interval>(run.x[std::size_t(k)])));
    return (slope * Interval::point(run.slack_before(k))).upper();
  });
}

}  // namespace

Trial gradient_descent_rate_trial() { return {"gradient_descent_rate", {"sgd"}, worst_cases, rates, of_values}; }

}  // namespace verigrad::trial
