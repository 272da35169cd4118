// MFDS, section 14.2.4: the rate of the average on sums of quadratics with every sequence of indices run, the law of
// its step sizes, every hypothesis dropped, planted mistakes.
#include "verigrad/theorem/stochastic/stochastic_gradient_averaging.hpp"

#include "verigrad/number/select.hpp"
#include "verigrad/problem/absolute.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/finite_sums.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::stochastic_gradient_averaging::properties {
namespace {

namespace theorem = stochastic_gradient_averaging;

constexpr const char* stem = "stochastic_gradient_averaging";

Gen<theorem::ScheduleInstance> schedules() {
  return gen::apply(
      [](double tau0, double k0) {
        return theorem::ScheduleInstance{tau0, k0, 1000};
      },
      generate::positive(4, -6, 3), generate::positive(4, -2, 4));
}

constexpr auto any_schedule = [](const theorem::ScheduleInstance&) { return true; };

FiniteSumInstance on_line(std::vector<double> eigenvalues, double x0, std::vector<double> tau) {
  std::vector<ObjectivePtr> terms;
  for (const double eigenvalue : eigenvalues) terms.push_back(make_objective(Quadratic(at(eigenvalue), at(0))));
  return {FiniteSum(terms), at(x0), std::move(tau)};
}

/// x̃₁ = 1 = τ₁.
FiniteSumInstance absolute_value_from_2() {
  return {FiniteSum({make_objective(Absolute(at(1), at(0)))}), at(2), {1, 1}};
}

/// x̃ stays at 0, where f′ = 0: the average has f = 1, and C = 0.
void at_the_top(Claims& claims) {
  const auto f = [](const Number& x) { return Number(square(Number(1 - square(x)))); };
  for (int k = 1; k <= 4; ++k)
    claims.at_most("f(xₖ) − f* ≤ (1/k)‖x̃ − x*‖²/(2τ), τ = 1", f(0) - f(1), frac(1, 2 * k), k);
}
/// f = x, τ = 1, x̃ₗ = −l: the bound holds with f(y) for f*, y any point.
void any_point(Claims& claims) {
  for (int y = -6; y <= 2; ++y) {
    Number largest(0);
    for (int k = 1; k <= 8; ++k) {
      largest = larger<Number>(largest, square(Number(-k - y)));
      claims.at_most("f(xₖ) − f(y) ≤ (1/k)(max ‖x̃ₗ − y‖²/2 + k/2)", -frac(k + 1, 2) - y, (largest + k) / (2 * k), k);
    }
  }
}

/// One parabola: while the steps are short x̃ stays far from x*, and the step 1 then makes the bound too small.
std::vector<Check> dropped() {
  return {{{stem, Kind::dropped, "without convex terms: (1 − x²)² from 0 (by formula)", Verdict::fails},
           [](const Settings&) { return examine("f = (1 − x²)², x̃ = 0, x* = 1", at_the_top, Kinds{}); }},
          {{stem, Kind::dropped, "a minimiser is not needed: f = x, any y for x* (by formula)"},
           [](const Settings&) { return examine("f = x, x̃₀ = 0, τ = 1", any_point, Kinds{}); }},
          examined({stem, Kind::dropped, "without steps that do not increase", Verdict::fails},
                   on_line({1}, 1, {0.03125, 0.03125, 0.03125, 0.03125, 1, 1}), theorem::rate())};
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "rate"}, generate::stochastic_run(5, 2), theorem::hypotheses_hold,
              theorem::rate()),
      sampled({stem, Kind::conclusion, "the running average that ships is the average"}, generate::stochastic_run(4, 2),
              theorem::hypotheses_hold, theorem::running_average()),
      sampled({stem, Kind::conclusion, "step sizes at rate k^(−1/2)"}, schedules(), any_schedule, theorem::schedule())};
  checks.push_back(examined({stem, Kind::sharp, "the rate is attained at k = 1: |x| from 2, τ = 1"},
                            absolute_value_from_2(), theorem::attained()));
  append(checks, dropped());
  append(checks, planted_checks(stem, generate::stochastic_run(4, 2), theorem::hypotheses_hold, theorem::lines()));
  append(checks, planted_checks(stem, schedules(), any_schedule, theorem::schedule_lines()));
  return checks;
}

}  // namespace verigrad::stochastic_gradient_averaging::properties
