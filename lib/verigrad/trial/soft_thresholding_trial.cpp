// Iterative soft thresholding on f = g + λ‖x‖₁ with τL ≤ 1: the program gets ∇g, and thresholds by itself.
//
// The exact step is 1-Lipschitz, so that the k-th recorded iterate y is within Σρ of the exact one x; and f(y) − f(x) ≤
// (‖∇g(y)‖ + λ√d)Σρ, as every subgradient of λ‖·‖₁ has entries of at most λ.
#include <cmath>

#include "verigrad/algorithm/soft_thresholding.hpp"
#include "verigrad/problem/lasso.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/trial/declared.hpp"
#include "verigrad/trial/trials.hpp"

namespace verigrad::trial {
namespace {

std::vector<Problem> thresholded(const Declared& declared) {
  require_hyper_parameters("iterative_soft_thresholding", declared, {"lr", "l1"});
  conformance::HyperParameters hyper{{"l1", 0.5}};
  for (const auto& [name, value] : declared.hyper.all()) hyper.set(name, value);
  const double rate = hyper.value_or("lr", 0.5), lambda = hyper.at("l1");
  std::vector<Problem> result;
  const auto add = [&](const Vector<double>& spectrum, const Vector<double>& centre, const Vector<double>& start) {
    result.push_back({FiniteSum({make_objective(Quadratic(spectrum, centre))}), start,
                      std::vector<Rational>(8, exact<Rational>(rate)), hyper});
  };
  for (const double h : {0.125, 1.0}) {
    const double L = h / rate;
    add(at(L), at(4), at(0));
    add(at(L), at(lambda / (2 * L)), at(8));
    add(vector({L, L / 4, 0}), vector({3, -1, 0}), vector({-2, 5, 4}));
  }
  add(at(0), at(0), at(declared.dtype->nearest(16 * rate * lambda)));  // f = λ|x|, where half of the bound is attained
  return result;
}

template <class T>
struct Penalised {
  explicit Penalised(const Problem& problem)
      : g(problem.objective()->template over<T>()), lambda(exact<T>(problem.hyper.at("l1"))) {}
  T value(const Vector<T>& x) const { return g.value(x) + lambda * one_norm<T>(x); }
  const ObjectiveOver<T>& g;
  T lambda;
};

Vector<Interval> thresholded_step(const Problem& problem, const Run& run, const Vector<Interval>& gradient) {
  const Interval tau = enclose<Interval>(problem.rates.front()), lambda = Interval::point(problem.hyper.at("l1"));
  return soft_threshold<Interval>(Vector<Interval>(exact<Interval>(run.x.back()) - tau * gradient), tau * lambda);
}

/// The minimiser for a diagonal Hessian: each entry is S_{λ/h}(c), or 0 where h = 0.
Vector<Number> minimiser(const Problem& problem) {
  const Vector<Number> centre = problem.objective()->over<Number>().minimum().x_star;
  Vector<Number> result = 0 * centre;
  for (Eigen::Index i = 0; i < centre.size(); ++i) {
    Vector<double> unit = Vector<double>::Zero(centre.size());
    unit[i] = 1;
    const double h = approximate(problem.objective()->over<Rational>().hessian_product(
        Vector<Rational>(exact<Rational>(unit)), Vector<Rational>(exact<Rational>(unit)))[i]);
    if (h > 0) result[i] = soft_threshold<Number>(centre[i], exact(problem.hyper.at("l1")) / exact(h));
  }
  return result;
}

void rate_of_ista(const Problem& problem, const std::vector<Run>& runs, Claims& claims) {
  const Penalised<Number> f(problem);
  const Vector<Number> x_star = minimiser(problem), x0 = exact(problem.start);
  const Number least = f.value(x_star), distance2 = squared_norm(x0 - x_star), tau = enclose(problem.rates.front());
  const Run& run = runs.front();
  claims.at_most("τL ≤ 1", tau * exact(problem.objective()->curvature().smoothness()), 1);
  for (int k = 1; k <= run.steps(); ++k)
    claims.at_most("f(xₖ) − f* ≤ ‖x₀ − x*‖²/(2τk)", f.value(exact(run.x[std::size_t(k)])) - least,
                   distance2 / (2 * k * tau), k);
}

std::vector<double> of_penalised_values(const Problem& problem, const std::vector<Run>& runs) {
  const Run& run = runs.front();
  const Penalised<Interval> f(problem);
  const Interval root = sqrt(Interval(int(problem.start.size())));
  std::vector<double> result;
  for (int k = 0; k <= run.steps(); ++k) {
    const Interval slope = norm<Interval>(f.g.gradient(exact<Interval>(run.x[std::size_t(k)])));
    result.push_back(((slope + f.lambda * root) * Interval::point(run.slack_before(k))).upper());
  }
  return result;
}

}  // namespace

Trial iterative_soft_thresholding_trial() {
  return {"iterative_soft_thresholding", {"ista"}, thresholded, rate_of_ista, of_penalised_values, thresholded_step};
}

}  // namespace verigrad::trial
