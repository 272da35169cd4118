// Thesis, 3.3.2: turning and shrinking at constant rates for all parameters and states, and no turn with real
// eigenvalues; half turns and changes of sign of exact flows, counted; hypotheses dropped; planted mistakes.
#include "verigrad/theorem/inertial_newton/spirals.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/din_flows.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::spirals::properties {
namespace {

constexpr const char* stem = "spirals";

Gen<DinFlowInstance> flows(int lowest, int highest) {
  const auto lambda = gen::map(gen::inRange(lowest, highest + 1), [](int k) { return k / 8.0; });
  return generate::din_flow(generate::spectral(2, lambda));
}

/// 𝒥 = θ²/2 with β = 1/8, which turns for α < 15/8.
DinFlowInstance with_alpha(double alpha) { return {in_one_dimension(1, alpha, 0.125), at(1), at(1), 0.875}; }

}  // namespace

std::vector<Check> checks() {
  const Gen<DinFlowInstance> turning = flows(1, 12);
  std::vector<Check> checks{
      proved({stem, Kind::conclusion, "turns and shrinks at constant rates"}, spiral()),
      proved({stem, Kind::conclusion, "real eigenvalues: no turn"}, no_turn()),
      sampled({stem, Kind::conclusion, "8 changes of sign in 8 half turns"}, turning, turns, changes_of_sign()),
      sampled({stem, Kind::conclusion, "real eigenvalues: one change of sign at most"}, flows(1, 32), turns_nowhere,
              one_change_of_sign()),
      examined({stem, Kind::sharp, "Δ = −15/64 still turns"}, with_alpha(1.75), changes_of_sign()),
      examined({stem, Kind::sharp, "Δ = 0 does no more"}, with_alpha(1.875), one_change_of_sign()),
      examined({stem, Kind::dropped, "Δ ≥ 0 for one change of sign", Verdict::fails},
               DinFlowInstance{in_one_dimension(1, 0.25, 0.125), at(1), at(1), 8}, one_change_of_sign()),
      proved({stem, Kind::dropped, "α ≥ 0 for ω in β", Verdict::fails}, frequency_falls_for_any_alpha())};
  append(checks, planted_checks(stem, general_lines()));
  append(checks, planted_checks(stem, turning, turns, flow_lines()));
  return checks;
}

}  // namespace verigrad::spirals::properties
