// INNA, Theorem 2.8: the rates of G and of X on flows of powers, which are known exactly and attain them; every
// hypothesis dropped; planted mistakes.
#include "verigrad/theorem/inertial_newton/lojasiewicz_rate.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/check/prove.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/power_functions.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::lojasiewicz_rate::properties {
namespace {

namespace theorem = lojasiewicz_rate;

constexpr const char* stem = "lojasiewicz_rate";

std::vector<Check> conclusions() {
  const auto slow = generate::slow_power_flow(), fast = generate::fast_power_flow();
  const auto finite = rc::gen::map(fast, [](theorem::PowerFlow flow) {
    if (flow.at.p == 2 * flow.at.q) flow.at.q += 1;
    return flow;
  });
  const auto any = rc::gen::oneOf(slow, fast), any_but_square = rc::gen::oneOf(slow, finite);
  const auto conclusion = [](const char* name, const auto& flows, const Form<theorem::PowerFlow>& form) {
    return sampled({stem, Kind::conclusion, name}, flows, theorem::hypotheses_hold, form);
  };
  return {conclusion("a > 1/2", slow, theorem::conclusion()),
          conclusion("a ≤ 1/2: linear rate", fast, theorem::linear_rate()),
          conclusion("a < 1/2: finite time", finite, theorem::finite_time()),
          conclusion("O(1/t) with its constant, every a", any, theorem::order_of_one_over_t()),
          conclusion("(i) after t₀: t ≥ 2t₀", slow, theorem::after_shift()),
          conclusion("rate of X, a > 1/2, and its Cauchy criterion", slow, theorem::trajectory_rate()),
          conclusion("rate of X, a ≤ 1/2: linear", fast, theorem::trajectory_linear_rate()),
          conclusion("rate of X, a < 1/2: finite time", finite, theorem::trajectory_finite_time()),
          conclusion("least gradient on [t, 2t]", any_but_square, theorem::least_gradient())};
}

std::vector<Check> sharp() {
  const auto with_unit_constant = rc::gen::map(generate::slow_power_flow(), [](theorem::PowerFlow flow) {
    flow.at.rho = 1;
    return flow;
  });
  const auto attains = [&](const char* name, const Form<theorem::PowerFlow>& form) {
    return sampled({stem, Kind::sharp, name}, with_unit_constant, theorem::is_valid, form);
  };
  return {attains("equality for ρ = 1", theorem::attained()),
          attains("rate of X: equality in the length for ρ = 1", theorem::trajectory_attained()),
          examined({stem, Kind::sharp, "least gradient: equality for G = ‖X‖"}, theorem::PowerFlow{{1, 1, 0}, 1},
                   theorem::least_gradient_attained())};
}

std::vector<Check> dropped() {
  const auto fails = [](const char* name, const auto& instance, const auto& form) {
    return examined({stem, Kind::dropped, name, Verdict::fails}, instance, form);
  };
  using theorem::OtherFlow, theorem::PowerFlow;
  return {fails("without ρ > 1", PowerFlow{{4, 1, 0.5}, 1}, theorem::conclusion()),
          fails("X is not bounded: G = 1/x", OtherFlow{128, 1000}, theorem::unbounded()),
          fails("X is not continuous: it jumps between critical points", OtherFlow{1, 0.5}, theorem::jumping()),
          fails("G is not semi-algebraic: stairs", OtherFlow{1.0 / 1024, 100}, theorem::stairs()),
          fails("without (ii): G = 0 on a circle", OtherFlow{1, 1}, theorem::circle()),
          fails("without (i): G = x₁ on a circle", OtherFlow{1, 1}, theorem::circle_values()),
          fails("(i) after t₀: t for t − t₀", PowerFlow{{4, 1, 0.5, 1.25}, 1, 1, 1, 8}, theorem::without_shift()),
          fails("without closed graph: derivative of a program", OtherFlow{0, 0}, theorem::program_derivative()),
          examined({stem, Kind::dropped, "without closed graph: the same at x ≠ 0"}, OtherFlow{0.5, 0},
                   theorem::program_derivative())};
}

/// |x|³, x⁴ and x² from 1/16.
std::vector<PowerFlow> separating() {
  return {{{3, 1, 0x1p-7, 1.0625}, 0.0625, 1, 0.5},
          {{4, 1, 0x1p-8, 1.0625}, 0.0625, 1.5, 1},
          {{2, 1, 0x1p-8, 1.0625}, 0.0625, 1, 1.5}};
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = conclusions();
  append(checks, sharp());
  append(checks, dropped());
  const auto planted = [&](const auto& flows, const Forms<theorem::PowerFlow>& forms) {
    append(checks, sampled_each(stem, Kind::planted, flows, theorem::hypotheses_hold, forms, separating()));
  };
  planted(generate::slow_power_flow(), theorem::planted());
  planted(generate::slow_power_flow(), theorem::trajectory_planted());
  planted(generate::fast_power_flow(), theorem::trajectory_planted_fast());
  append(checks, proved_each(stem, Kind::planted, theorem::general_planted()));
  append(checks, proved_each(stem, Kind::planted, theorem::trajectory_steps_planted()));
  return checks;
}

}  // namespace verigrad::lojasiewicz_rate::properties
