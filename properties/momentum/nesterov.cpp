// Thesis, (1.29): Nesterov's method along given gradients and on objectives, hypotheses dropped, planted mistakes.
#include "verigrad/theorem/momentum/nesterov.hpp"

#include "verigrad/problem/piecewise_quadratic.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/optimisers.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::nesterov::properties {
namespace {

namespace theorem = nesterov;

constexpr const char* stem = "nesterov";

Gen<OptimiserInstance> runs() {
  return gen::oneOf(generate::momentum_along(), generate::momentum_on(generate::convex_quadratic()));
}

Gen<OptimiserInstance> on_quadratics() { return generate::momentum_on(generate::strongly_convex_quadratic()); }

/// γ, μ at will, negative ones too.
Gen<OptimiserInstance> wild_runs() {
  return gen::apply(
      [](OptimiserInstance i, double gamma, double mu) {
        i.alpha = gamma;
        i.beta1 = mu;
        return i;
      },
      runs(), generate::dyadic(6, 4), generate::dyadic(6, 4));
}

bool any(const OptimiserInstance&) { return true; }

/// J = λθ²/2 from 1.
OptimiserInstance on_parabola(double lambda, double gamma, int n) {
  const Vector<double> one = Vector<double>::Ones(1);
  return {.f = make_objective(Quadratic(lambda * one, 0 * one)),
          .gradients = {},
          .theta0 = one,
          .n = n,
          .alpha = gamma,
          .beta1 = 0.5};
}

/// The plateau f = 1 beyond 2, where nothing moves.
OptimiserInstance not_convex() {
  const PiecewiseQuadratic f({.knots = {1, 2}, .slopes = {1, -1, 0}, .first_derivative = 1});
  return {.f = make_objective(f),
          .gradients = {},
          .theta0 = Vector<double>::Constant(1, 2),
          .n = 6,
          .alpha = 1,
          .beta1 = 0.5};
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, runs(), theorem::hypotheses_hold, theorem::conclusion()),
      sampled({stem, Kind::dropped, "without γ > 0 and μ ∈ (0, 1): the lines hold"}, wild_runs(), any,
              theorem::conclusion()),
      examined({stem, Kind::dropped, "rate without γL ≤ 1", Verdict::fails}, on_parabola(1, 3, 2),
               theorem::rate_anyway()),
      examined({stem, Kind::dropped, "rate without convexity", Verdict::fails}, not_convex(), theorem::rate_anyway())};
  append(checks, planted_checks(stem, on_quadratics(), theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (!f->rational()) return {};
  return {sampled({stem, Kind::conclusion, "as printed"}, generate::momentum_on(gen::just(f), 3),
                  theorem::hypotheses_hold, theorem::conclusion())};
}

}  // namespace verigrad::nesterov::properties
