// INNA, Theorem 2.10: both assumptions of Theorem 2.8 for DIN with explicit constants, proved for all states, and the
// rate that follows on exact solutions; planted mistakes.
#include "verigrad/theorem/inertial_newton/inertial_newton_rate.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/sampling/power_functions.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::inertial_newton_rate::properties {
namespace {

namespace theorem = inertial_newton_rate;

Gen<theorem::OverdampedInstance> overdamped_flow() {
  return gen::apply(
      [](int p, int apart, double beta, double A, double B, int sixteenths) {
        const int q = p + apart;
        return theorem::OverdampedInstance{p, q, beta, A, B, sixteenths / 16.0};
      },
      gen::element(1, 2, 3, 4), gen::element(1, 2, 3), generate::positive(3, -6, 0), generate::dyadic(4, 2),
      generate::dyadic(4, 2), gen::element(1, 4, 8, 12, 15));
}

Gen<theorem::SlowInstance> slow_solution() {
  return gen::map(gen::pair(generate::slow_power_flow(), generate::positive(3, -4, 2)), [](const auto& draw) {
    return theorem::SlowInstance{draw.first.at, draw.first.s0, draw.second};
  });
}

}  // namespace

std::vector<Check> checks() {
  constexpr const char* stem = "inertial_newton_rate";
  std::vector<Check> checks = proved_each(stem, Kind::conclusion, theorem::general_conclusions());
  checks.push_back(proved({stem, Kind::conclusion, "(i) with the best c₁"}, theorem::best_assumption()));
  checks.push_back(proved({stem, Kind::conclusion, "exponent ½ for J(θ) = kθ²/2"}, theorem::quadratic_exponent()));
  checks.push_back(sampled({stem, Kind::conclusion, "evaluated rate on exact solutions"}, overdamped_flow(),
                           theorem::flow_hypotheses_hold, theorem::evaluated()));
  checks.push_back(sampled({stem, Kind::conclusion, "slow rate on exact solutions"}, slow_solution(),
                           theorem::slow_hypotheses_hold, theorem::slow_rate()));
  checks.push_back(
      proved({stem, Kind::dropped, "(ii) without the chain rule", Verdict::fails}, theorem::without_chain_rule()));
  append(checks, proved_each(stem, Kind::sharp, theorem::claim_sharp()));
  checks.push_back(proved({stem, Kind::sharp, "J from E attained"}, theorem::value_attained()));
  append(checks, planted_checks(stem, theorem::general_lines()));
  append(checks, planted_checks(stem, overdamped_flow(), theorem::flow_hypotheses_hold, theorem::flow_lines()));
  append(checks, planted_checks(stem, slow_solution(), theorem::slow_hypotheses_hold, theorem::slow_lines()));
  return checks;
}

}  // namespace verigrad::inertial_newton_rate::properties
