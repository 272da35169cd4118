// MFDS, section 14.2.5: both rates of SAG as published on sums of quadratics, with every sequence of indices run; long
// steps; planted mistakes.
#include "verigrad/theorem/stochastic_averaged_gradient.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/finite_sums.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::properties {
namespace {

namespace theorem = stochastic_averaged_gradient;

constexpr const char* stem = "stochastic_averaged_gradient";

/// τ = 1/(16L′), L′ the power of two from L on: a double.
rc::Gen<FiniteSumInstance> published_steps(int highest_steps) {
  return rc::gen::map(generate::stochastic_run(highest_steps, 1), [](FiniteSumInstance instance) {
    const double L = std::exp2(std::ceil(std::log2(std::max(0.25, instance.largest_L()))));
    instance.tau.assign(instance.tau.size(), 1 / (16 * L));
    return instance;
  });
}

FiniteSumInstance on_parabolas(std::vector<double> centres, double x0, std::vector<double> tau) {
  std::vector<ObjectivePtr> terms;
  for (const double centre : centres)
    terms.push_back(make_objective(Quadratic(Vector<double>::Ones(1), Vector<double>::Constant(1, centre))));
  return {FiniteSum(terms), Vector<double>::Constant(1, x0), std::move(tau)};
}

/// 7 or 8 steps on two parabolas with L = 1: where (32n/k) C₀ is tightest.
rc::Gen<FiniteSumInstance> long_runs() {
  return rc::gen::map(rc::gen::tuple(rc::gen::element(7, 8), generate::dyadic(3, 3), generate::positive(3, 0, 3)),
                      [](const std::tuple<int, double, double>& draw) {
                        const auto& [steps, centre, x0] = draw;
                        return on_parabolas({centre, -centre}, x0, std::vector<double>(std::size_t(steps), 0.0625));
                      });
}

std::vector<Check> dropped() {
  FiniteSumInstance not_convex = on_parabolas({0, 0}, 1, std::vector<double>(8, 0.015625));
  not_convex.f = FiniteSum({make_objective(Quadratic(Vector<double>::Constant(1, 4), Vector<double>::Zero(1))),
                            make_objective(Quadratic(Vector<double>::Constant(1, -2), Vector<double>::Zero(1)))});
  return {examined({stem, Kind::dropped, "without τ = 1/(16L): τ = 8/L grows", Verdict::fails},
                   on_parabolas({0, 0}, 1, {8, 8, 8, 8}), theorem::linear()),
          examined({stem, Kind::dropped, "with a concave term in a convex sum: still holds after 8 steps"}, not_convex,
                   theorem::linear()),
          sampled({stem, Kind::dropped, "with equal steps of 1/L in place of 1/(16L)"},
                  rc::gen::map(generate::stochastic_run(4, 1),
                               [](FiniteSumInstance instance) {
                                 instance.tau.assign(instance.tau.size(), instance.tau.front());
                                 return instance;
                               }),
                  theorem::constant_steps, theorem::sublinear())};
}

}  // namespace

std::vector<Check> stochastic_averaged_gradient() {
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "linear rate"}, published_steps(4), theorem::hypotheses_hold, theorem::linear()),
      sampled({stem, Kind::conclusion, "O(1/k)"}, rc::gen::oneOf(published_steps(4), long_runs()),
              theorem::hypotheses_hold, theorem::sublinear()),
      examined({stem, Kind::conclusion, "linear rate, 2 terms and 9 steps"},
               on_parabolas({-1, 1}, 2, std::vector<double>(9, 0.0625)), theorem::linear())};
  append(checks, dropped());
  append(checks, sampled_each(stem, Kind::planted, published_steps(4), theorem::hypotheses_hold, theorem::planted()));
  return checks;
}

std::vector<Check> stochastic_averaged_gradient_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::properties
