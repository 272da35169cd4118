// INNA, Theorem 2.8: the rates of G and of X on flows of powers, which are known exactly and attain them; every
// hypothesis dropped; planted mistakes.
#include "verigrad/theorem/inertial_newton/lojasiewicz_rate.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/sampling/power_functions.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::lojasiewicz_rate::properties {
namespace {

namespace theorem = lojasiewicz_rate;

constexpr const char* stem = "lojasiewicz_rate";

std::vector<Check> conclusions() {
  const auto slow = generate::slow_power_flow(), fast = generate::fast_power_flow();
  const auto finite = gen::map(fast, [](theorem::PowerFlowInstance flow) {
    if (flow.at.p == 2 * flow.at.q) flow.at.q += 1;
    return flow;
  });
  const auto any = gen::oneOf(slow, fast), any_but_square = gen::oneOf(slow, finite);
  const auto conclusion = [](const char* name, const auto& flows, const Form<theorem::PowerFlowInstance>& form) {
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
  const auto with_unit_constant = gen::map(generate::slow_power_flow(), [](theorem::PowerFlowInstance flow) {
    flow.at.rho = 1;
    return flow;
  });
  const auto attains = [&](const char* name, const Form<theorem::PowerFlowInstance>& form) {
    return sampled({stem, Kind::sharp, name}, with_unit_constant, theorem::is_valid, form);
  };
  return {attains("equality for ρ = 1", theorem::attained()),
          attains("rate of X: equality in the length for ρ = 1", theorem::trajectory_attained()),
          examined({stem, Kind::sharp, "least gradient: equality for G = ‖X‖"},
                   theorem::PowerFlowInstance{{1, 1, 0}, 1}, theorem::least_gradient_attained())};
}

std::vector<Check> dropped() {
  const auto fails = [](const char* name, const auto& instance, const auto& form) {
    return examined({stem, Kind::dropped, name, Verdict::fails}, instance, form);
  };
  using theorem::OtherFlowInstance, theorem::PowerFlowInstance;
  return {
      fails("without ρ > 1", PowerFlowInstance{{4, 1, 0.5}, 1}, theorem::conclusion()),
      fails("X is not bounded: G = 1/x (by formula)", OtherFlowInstance{128, 1000}, theorem::unbounded()),
      fails("X is not continuous: it jumps between critical points", OtherFlowInstance{1, 0.5}, theorem::jumping()),
      fails("G is not semi-algebraic: stairs (by formula)", OtherFlowInstance{1.0 / 1024, 100}, theorem::stairs()),
      fails("without (ii): G = 0 on a circle (by formula)", OtherFlowInstance{1, 1}, theorem::circle()),
      fails("without (i): G = x₁ on a circle (by formula)", OtherFlowInstance{1, 1}, theorem::circle_values()),
      fails("(i) after t₀: t for t − t₀", PowerFlowInstance{{4, 1, 0.5, 1.25}, 1, 1, 1, 8}, theorem::without_shift()),
      fails("without closed graph: derivative of a program", OtherFlowInstance{0, 0}, theorem::program_derivative()),
      examined({stem, Kind::dropped, "without closed graph: the same at x ≠ 0"}, OtherFlowInstance{0.5, 0},
               theorem::program_derivative())};
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = conclusions();
  append(checks, sharp());
  append(checks, dropped());
  const auto slow = generate::slow_power_flow(), fast = generate::fast_power_flow();
  append(checks, planted_checks(stem, slow, theorem::hypotheses_hold, theorem::lines()));
  append(checks, planted_checks(stem, slow, theorem::hypotheses_hold, theorem::slow_trajectory_lines()));
  append(checks, planted_checks(stem, fast, theorem::hypotheses_hold, theorem::fast_trajectory_lines()));
  append(checks, planted_checks(stem, theorem::derivation_lines()));
  append(checks, planted_checks(stem, theorem::trajectory_lines()));
  return checks;
}

}  // namespace verigrad::lojasiewicz_rate::properties
