// Thesis, (1.25)–(1.27): the descent inequality on convex and non-convex members, what attains it, every hypothesis
// dropped, planted mistakes.
#include "verigrad/theorem/convexity/descent_inequality.hpp"

#include <fmt/format.h>

#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::descent_inequality::properties {
namespace {

namespace theorem = descent_inequality;

constexpr const char* stem = "descent_inequality";

Gen<ObjectivePtr> twice_differentiable() {
  return gen::oneOf(generate::convex_quadratic(), generate::indefinite_quadratic(), generate::geman_mcclure());
}

Gen<DescentInstance> short_steps(Gen<ObjectivePtr> objectives) { return generate::descent(std::move(objectives), 3); }

/// γ up to 16/L.
Gen<DescentInstance> any_steps(Gen<ObjectivePtr> objectives) {
  return gen::apply(
      [](DescentInstance instance, int doublings) {
        instance.alpha *= 1 << doublings;
        return instance;
      },
      short_steps(std::move(objectives)), gen::inRange(0, 4));
}

/// Spectrum (1, 4, 2, 1), rotated, from a point on its top eigenvector.
DescentInstance on_top_eigenvector(double gamma) {
  const auto f = make_objective(Quadratic(vector({1, 4, 2, 1}), {vector({1, 1, 1, 1})}, vector({0, 0, 0, 0})));
  return {f, vector({-1, 1, -1, -1}), gamma, 3};
}

std::vector<Check> sharp() {
  std::vector<Check> checks;
  for (const double h : {0.125, 1.0, 1.5, 2.0, 3.0})
    checks.push_back(examined({stem, Kind::sharp, fmt::format("attained on the top eigenvector, Lγ = {}", h)},
                              on_top_eigenvector(h / 4), theorem::attained()));
  checks.push_back(
      examined({stem, Kind::sharp, "γ = 2/L stands still"}, on_top_eigenvector(0.5), theorem::standstill()));
  return checks;
}

/// 5θ²/2 under the claim L = 1.
DescentInstance false_claim() {
  return {.f = make_objective(Quadratic(vector({5}), vector({0}))),
          .x0 = vector({1}),
          .alpha = 1,
          .n = 1,
          .claimed_L = 1.0};
}

std::vector<Check> dropped() {
  return {examined({stem, Kind::dropped, "without γ < 2/L: J increases", Verdict::fails}, on_top_eigenvector(0.75),
                   theorem::decrease()),
          examined({stem, Kind::dropped, "without L: a wrong bound of the Hessian", Verdict::fails}, false_claim(),
                   theorem::conclusion()),
          sampled({stem, Kind::dropped, "(1.27) without a second derivative: Huber's function"},
                  any_steps(generate::huber()), theorem::hypotheses_hold, theorem::conclusion()),
          sampled({stem, Kind::dropped, "(1.27) without γ < 2/L"}, any_steps(twice_differentiable()),
                  theorem::hypotheses_hold, theorem::conclusion()),
          sampled({stem, Kind::dropped, "(1.27) with the largest eigenvalue, of any sign, for L"},
                  any_steps(twice_differentiable()), theorem::hypotheses_hold, theorem::with_largest_eigenvalue())};
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, short_steps(twice_differentiable()), theorem::hypotheses_hold,
              theorem::conclusion()),
      sampled({stem, Kind::conclusion, "as printed, no member convex"},
              short_steps(gen::oneOf(generate::indefinite_quadratic(), generate::geman_mcclure())),
              theorem::hypotheses_hold, theorem::conclusion()),
      sampled({stem, Kind::conclusion, "γ < 2/L ensures J(θₖ₊₁) ≤ J(θₖ)"}, short_steps(twice_differentiable()),
              theorem::step_is_short, theorem::decrease())};
  for (const auto& more : {sharp(), dropped()}) append(checks, more);
  append(checks, planted_checks(stem, short_steps(twice_differentiable()), theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  return {sampled({stem, Kind::conclusion, "as printed"}, short_steps(gen::just(f)), theorem::hypotheses_hold,
                  theorem::conclusion()),
          sampled({stem, Kind::conclusion, "γ < 2/L ensures J(θₖ₊₁) ≤ J(θₖ)"}, short_steps(gen::just(f)),
                  theorem::step_is_short, theorem::decrease())};
}

}  // namespace verigrad::descent_inequality::properties
