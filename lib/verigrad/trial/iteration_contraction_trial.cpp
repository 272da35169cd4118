// Contraction of gradient descent on strongly convex quadratics, along the directions that contract most slowly.
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/theorem/descent/iteration_contraction.hpp"
#include "verigrad/trial/declared.hpp"
#include "verigrad/trial/descent_problems.hpp"
#include "verigrad/trial/trials.hpp"

namespace verigrad::trial {
namespace {

std::vector<Problem> slowest_directions(const Declared& declared) {
  require_hyper_parameters("iteration_contraction", declared, {"lr", "L"});
  std::vector<Problem> result;
  for (const double h : products(declared, {0.5, 1, 1.75})) {
    const double L = smoothness(declared, h);
    const ObjectivePtr f = make_objective(Quadratic(vector({L / 2, L}), vector({0, 0})));
    for (const Vector<double>& start : {vector({1, 0}), vector({0, 1}), vector({3, -1})})
      result.push_back(descent_on(f, start, declared, 5));
  }
  return result;
}

void contraction(const Problem& problem, const std::vector<Run>& runs, Claims& claims) {
  const iteration_contraction::Instance instance{instance_of(problem, runs), {}};
  if (!admissible(instance, claims)) return;
  if (iteration_contraction::hypotheses_hold(instance)) iteration_contraction::conclusion().claims(instance, claims);
  iteration_contraction::sharp_conclusion().claims(instance, claims);
}

/// |Wᵏ − W*| ≤ sᵏ|W⁰ − W*| + Σρ with s ≤ 1, squared.
std::vector<double> of_squared_distances(const Problem& problem, const std::vector<Run>& runs) {
  const Vector<Interval> centre = problem.objective()->over<Interval>().minimum().x_star;
  const Interval first = norm<Interval>(exact<Interval>(problem.start) - centre);
  return after_each(runs.front(), [&](int k) {
    const Interval sum = Interval::point(runs.front().slack_before(k));
    return (Interval(2) * first * sum + square(sum)).upper();
  });
}

}  // namespace

Trial iteration_contraction_trial() {
  return {"iteration_contraction", {"sgd"}, slowest_directions, contraction, of_squared_distances};
}

}  // namespace verigrad::trial
