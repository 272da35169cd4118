// Gradient descent at one rate α: its rate, that under the Polyak–Łojasiewicz inequality, and contraction.
//
// A recorded step ends within ρ of the exact one from the recorded iterate. For 0 < α ≤ 2/L and convex f the exact step
// is 1-Lipschitz, so that after k steps the recorded iterate y is within Σρ of the exact x, and f(y) − f(x) ≤
// ‖∇f(y)‖Σρ.
#include <stdexcept>

#include <fmt/format.h>

#include "verigrad/number/select.hpp"
#include "verigrad/problem/huber.hpp"
#include "verigrad/problem/non_convex.hpp"
#include "verigrad/problem/piecewise_quadratic.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/theorem/descent/gradient_descent_rate.hpp"
#include "verigrad/theorem/descent/iteration_contraction.hpp"
#include "verigrad/theorem/descent/polyak_lojasiewicz_rate.hpp"
#include "verigrad/trial/declared.hpp"
#include "verigrad/trial/trials.hpp"

namespace verigrad::trial {
namespace {

/// The rate that the program has, or ½.
double rate_of(const Declared& declared) { return declared.hyper.value_or("lr", 0.5); }

/// αL of the problems: that of the declared L, or those of a range.
std::vector<double> products(const Declared& declared, std::vector<double> usual) {
  if (!declared.hyper.has("L")) return usual;
  return {rate_of(declared) * declared.hyper.at("L")};
}

double smoothness(const Declared& declared, double product) {
  return declared.hyper.value_or("L", product / rate_of(declared));
}

Problem descent_on(ObjectivePtr f, Vector<double> start, const Declared& declared, int steps) {
  const Rational rate = exact<Rational>(rate_of(declared));
  return {FiniteSum({std::move(f)}), std::move(start), std::vector<Rational>(std::size_t(steps), rate), declared.hyper};
}

/// The recorded run as an instance of the statements.
DescentInstance instance_of(const Problem& problem, const std::vector<Run>& runs) {
  const Run& run = runs.front();
  return {problem.objective(), problem.start, approximate(problem.rates.front()), run.steps(), run.x};
}

/// Whether 0 < α < 2/L. If not, that is claimed, and what goes first where it is not so.
bool admissible(const DescentInstance& instance, Claims& claims) {
  const Number L = exact(instance.L());
  claims.less("α < 2/L", exact(instance.alpha), 2 / L);
  if (instance.step_is_admissible()) return true;
  const ObjectiveOver<Number>& f = instance.f->over<Number>();
  for (std::size_t k = 1; k < instance.recording.size(); ++k)
    claims.at_most("f(xₖ) ≤ f(x₀)", f.value(exact(instance.recording[k])), f.value(exact(instance.x0)), int(k));
  return false;
}

/// For each k what `of` says.
template <class Of>
std::vector<double> after_each(const Run& run, Of of) {
  std::vector<double> result;
  for (int k = 0; k <= run.steps(); ++k) result.push_back(of(k));
  return result;
}

double upper_norm(const Vector<Interval>& x) { return norm<Interval>(x).upper(); }

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
    sum += Interval::point(upper_norm(f.gradient(run.exact[std::size_t(k)]))) * rho + half_L * square(rho);
    result.push_back(sum.upper());
  }
  return result;
}

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

Trial gradient_descent_rate_trial() { return {"gradient_descent_rate", {"sgd"}, worst_cases, rates, of_values}; }
Trial polyak_lojasiewicz_rate_trial() {
  return {"polyak_lojasiewicz_rate", {"sgd"}, with_slopes, linear_rate, of_each_value};
}
Trial iteration_contraction_trial() {
  return {"iteration_contraction", {"sgd"}, slowest_directions, contraction, of_squared_distances};
}

}  // namespace verigrad::trial
