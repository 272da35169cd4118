// MFDS, section 14.2.4: the rate of the average on sums of quadratics with every sequence of indices run, the law of
// its step sizes, every hypothesis dropped, planted mistakes.
#include "verigrad/theorem/stochastic_gradient_averaging.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/finite_sums.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::properties {
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

/// One parabola: while the steps are short x̃ stays far from x*, and the step 1 then makes the bound too small.
std::vector<Check> dropped() {
  return {examined({stem, Kind::dropped, "without steps that do not increase", Verdict::fails},
                   on_line({1}, 1, {0.03125, 0.03125, 0.03125, 0.03125, 1, 1}), theorem::rate())};
}

}  // namespace

std::vector<Check> stochastic_gradient_averaging() {
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "rate"}, generate::stochastic_run(5, 2), theorem::hypotheses_hold,
              theorem::rate()),
      sampled({stem, Kind::conclusion, "the running average that ships is the average"}, generate::stochastic_run(4, 2),
              theorem::hypotheses_hold, theorem::running_average()),
      sampled({stem, Kind::conclusion, "step sizes at rate k^(−1/2)"}, schedules(), any_schedule, theorem::schedule())};
  append(checks, dropped());
  append(checks, sampled_each(stem, Kind::planted, generate::stochastic_run(4, 2), theorem::hypotheses_hold,
                              theorem::planted()));
  append(checks, sampled_each(stem, Kind::planted, schedules(), any_schedule, theorem::planted_schedules()));
  return checks;
}

std::vector<Check> stochastic_gradient_averaging_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::properties
