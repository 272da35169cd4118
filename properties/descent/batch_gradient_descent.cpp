// MFDS, section 14.2.2: both rates of batch gradient descent on random members with varying steps, the quadratics that
// attain the linear rate, every hypothesis dropped, planted mistakes.
#include "verigrad/theorem/descent/batch_gradient_descent.hpp"

#include <fmt/format.h>

#include "verigrad/problem/piecewise_quadratic.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::batch_gradient_descent::properties {
namespace {

namespace theorem = batch_gradient_descent;
using theorem::BatchInstance;

constexpr const char* stem = "batch_gradient_descent";

/// The run of a descent with its step size times sixteenths, anew at each step.
Gen<BatchInstance> with_varying_steps(const Gen<DescentInstance>& descents) {
  return gen::mapcat(descents, [](const DescentInstance& descent) {
    const auto sixteenths = gen::inRange(1, 17);
    return gen::map(gen::container<std::vector<int>>(std::size_t(std::max(1, descent.n)), sixteenths),
                    [descent](const std::vector<int>& shares) {
                      BatchInstance instance{descent.f, descent.x0, {}};
                      for (const int share : shares) instance.tau.push_back(descent.alpha * share / 16);
                      return instance;
                    });
  });
}

/// One step size for all steps, with the runs on which gradient descent is slowest.
Gen<BatchInstance> with_one_step(const Gen<DescentInstance>& descents) {
  return gen::map(descents, [](const DescentInstance& descent) {
    return BatchInstance{descent.f, descent.x0,
                         std::vector<double>(std::size_t(std::max(1, descent.n)), descent.alpha)};
  });
}

Gen<BatchInstance> runs(int highest_n) {
  return gen::oneOf(with_varying_steps(generate::descent(highest_n)), with_one_step(generate::descent(highest_n)));
}

/// Quadratics with eigenvalues μ and L, from an eigenvector of the one that is slower at every step.
Evidence attained(const Settings&) {
  Tally tally(Level::instance);
  for (int sixteenths = 1; sixteenths < 32; ++sixteenths) {
    const double tau = sixteenths / 16.0, mu = 0.25;
    const bool mu_is_slower = std::abs(1 - tau * mu) >= std::abs(1 - tau);
    const BatchInstance instance{make_objective(Quadratic(vector({mu, 1}), vector({0, 0}))),
                                 mu_is_slower ? vector({1, 0}) : vector({0, 1}),
                                 {tau, tau, tau}};
    tally.add(instance.describe(), decide(theorem::linear_attained(), instance));
  }
  tally.note("μ = 1/4, L = 1, τ = 1/16 … 31/16: attained at every τ");
  return tally.finish(Verdict::holds);
}

/// f′(x) = x up to 1, 2 − x up to 2, 0 beyond: x = 2 is critical and no minimiser.
BatchInstance not_convex() {
  const PiecewiseQuadratic f({.knots = {1, 2}, .slopes = {1, -1, 0}, .first_derivative = 1});
  return {make_objective(f), vector({2}), {1, 1, 1, 1, 1, 1, 1, 1, 1}};
}

BatchInstance on_line(double eigenvalue, std::vector<double> tau) {
  return {make_objective(Quadratic(vector({eigenvalue}), vector({0}))), vector({1}), std::move(tau)};
}

std::vector<Check> dropped() {
  BatchInstance not_smooth = on_line(5, {1});
  not_smooth.claimed_L = 1;
  return {
      examined({stem, Kind::dropped, "without convexity", Verdict::fails}, not_convex(), theorem::sublinear()),
      examined({stem, Kind::dropped, "without L-smoothness", Verdict::fails}, not_smooth, theorem::decrease()),
      examined({stem, Kind::dropped, "with τ = 2/L: stands still"}, on_line(1, {2, 2, 2}), theorem::standstill()),
      examined({stem, Kind::dropped, "without τ < 2/L: grows", Verdict::fails}, on_line(1, {2.25}),
               theorem::decrease()),
      examined({stem, Kind::dropped, "without τ > 0: grows", Verdict::fails}, on_line(1, {-0.25}), theorem::decrease()),
      examined({stem, Kind::dropped, "without τ_min: steps 2⁻ᵏ⁻¹ end far from x*", Verdict::fails},
               theorem::steps_toward_zero(24), theorem::shrinks_to_a_quarter()),
      examined({stem, Kind::dropped, "without strong convexity no linear rate: ρ < 1", Verdict::fails},
               BatchInstance{make_objective(Quadratic(vector({0, 1}), vector({0, 0}))), vector({1, 1}), {1, 1}},
               theorem::contracts_by_one_rate())};
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "O(1/k) for convex f"}, runs(10), theorem::hypotheses_hold,
              theorem::sublinear().noting_largest_ratio()),
      sampled({stem, Kind::conclusion, "linear rate for strongly convex f"}, runs(6), theorem::hypotheses_hold,
              theorem::linear()),
      sampled({stem, Kind::conclusion, "decrease"}, runs(6), theorem::hypotheses_hold, theorem::decrease()),
      {{stem, Kind::sharp, "linear rate attained"}, attained}};
  append(checks, dropped());
  append(checks, planted_checks(stem, gen::oneOf(runs(6), with_one_step(generate::slowest_descent(12))),
                                theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  const auto instances = with_varying_steps(generate::descent(gen::just(f), 6));
  std::vector<Check> checks{sampled({stem, Kind::conclusion, "O(1/k) for convex f"}, instances,
                                    theorem::hypotheses_hold, theorem::sublinear())};
  if (f->curvature().lower > 0)
    checks.push_back(sampled({stem, Kind::conclusion, "linear rate for strongly convex f"}, instances,
                             theorem::hypotheses_hold, theorem::linear()));
  return checks;
}

}  // namespace verigrad::batch_gradient_descent::properties
