// MFDS, section 14.2.4: the rate of the average on sums of quadratics with every sequence of indices run, the law of
// its step sizes, every hypothesis dropped, planted mistakes.
#include "verigrad/theorem/stochastic/stochastic_gradient_averaging.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/problem/absolute.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/finite_sums.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::stochastic_gradient_averaging::properties {
namespace {

namespace theorem = stochastic_gradient_averaging;

constexpr const char* stem = "stochastic_gradient_averaging";

rc::Gen<theorem::ScheduleInstance> schedules() {
  return rc::gen::map(rc::gen::tuple(generate::positive(4, -6, 3), generate::positive(4, -2, 4)),
                      [](const std::tuple<double, double>& draw) {
                        return theorem::ScheduleInstance{std::get<0>(draw), std::get<1>(draw), 1000};
                      });
}

constexpr auto any_schedule = [](const theorem::ScheduleInstance&) { return true; };

FiniteSumInstance on_line(std::vector<double> eigenvalues, double x0, std::vector<double> tau) {
  std::vector<ObjectivePtr> terms;
  for (const double eigenvalue : eigenvalues)
    terms.push_back(make_objective(Quadratic(Vector<double>::Constant(1, eigenvalue), Vector<double>::Zero(1))));
  return {FiniteSum(terms), Vector<double>::Constant(1, x0), std::move(tau)};
}

/// x̃₁ = 1 = τ₁.
FiniteSumInstance absolute_value_from_2() {
  return {FiniteSum({make_objective(Absolute(Vector<double>::Ones(1), Vector<double>::Zero(1)))}),
          Vector<double>::Constant(1, 2),
          {1, 1}};
}

struct Excluded {
  std::string words;

  bool rational() const { return true; }
  std::string describe() const { return words; }
};

/// x̃ stays at 0, where f′ = 0: the average has f = 1, and C = 0.
void at_the_top(const Excluded&, Claims& claims) {
  const auto f = [](const Number& x) { return square(Number(1 - square(x))); };
  for (int k = 1; k <= 4; ++k)
    claims.at_most("f(xₖ) − f* ≤ (1/k)‖x̃ − x*‖²/(2τ), τ = 1", f(Number(0)) - f(Number(1)), 1 / Number(2 * k), k);
}
/// f = x, τ = 1, x̃ₗ = −l: the bound holds with f(y) for f*, y any point.
void any_point(const Excluded&, Claims& claims) {
  for (int y = -6; y <= 2; ++y) {
    Number largest(0);
    for (int k = 1; k <= 8; ++k) {
      largest = larger<Number>(largest, square(Number(-k - y)));
      claims.at_most("f(xₖ) − f(y) ≤ (1/k)(max ‖x̃ₗ − y‖²/2 + k/2)", -frac(k + 1, 2) - Number(y),
                     (largest + Number(k)) / Number(2 * k), k);
    }
  }
}

/// One parabola: while the steps are short x̃ stays far from x*, and the step 1 then makes the bound too small.
std::vector<Check> dropped() {
  return {examined({stem, Kind::dropped, "without convex terms: (1 − x²)² from 0", Verdict::fails},
                   Excluded{"f = (1 − x²)², x̃ = 0, x* = 1"}, at_the_top),
          examined({stem, Kind::dropped, "a minimiser is not needed: f = x, any y for x*"},
                   Excluded{"f = x, x̃₀ = 0, τ = 1"}, any_point),
          examined({stem, Kind::dropped, "without steps that do not increase", Verdict::fails},
                   on_line({1}, 1, {0.03125, 0.03125, 0.03125, 0.03125, 1, 1}), theorem::rate())};
}

/// Two bowls with steps that shrink, and one parabola with long steps.
std::vector<FiniteSumInstance> separating() {
  return {{FiniteSum({make_objective(Quadratic(vector({0.25, 0.75}), vector({0, 5.5}))),
                      make_objective(Quadratic(vector({0, 1}), vector({0, -1})))}),
           vector({0, 0}),
           {1.875, 0.75, 0.75}},
          on_line({0.5, 0.5}, 0.5, {2.25, 2.25})};
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
  append(checks, sampled_each(stem, Kind::planted, generate::stochastic_run(4, 2), theorem::hypotheses_hold,
                              theorem::planted(), separating()));
  append(checks,
         sampled_each(stem, Kind::planted, schedules(), any_schedule, theorem::planted_schedules(), {{0.5, 1, 1000}}));
  return checks;
}

}  // namespace verigrad::stochastic_gradient_averaging::properties
