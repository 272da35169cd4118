// Thesis, (2.16): the steady states of DIN and INNA, proved both ways for all states; what the text says beyond this is
// false where solutions are not unique or batches are drawn; planted mistakes.
#include "verigrad/theorem/inertial_newton/inna_steady_states.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/check/prove.hpp"
#include "verigrad/problem/kink.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/din_states.hpp"
#include "verigrad/sampling/inna_states.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::inna_steady_states::properties {
namespace {

namespace theorem = inna_steady_states;

constexpr const char* stem = "inna_steady_states";

/// Kinks whose selected subgradient at 0 is 0.
InnaInstance selected_zero() { return theorem::at_zero({make_objective(Kink(1, -1, 0))}); }
InnaInstance selected_zeros() {
  return theorem::at_zero({make_objective(Kink(1, -1, 0)), make_objective(Quadratic(at(1), at(0)))});
}

InnaInstance moving() {
  InnaInstance instance = selected_zeros();
  instance.psi = at(1);
  return instance;
}

/// 𝒥 = θ in two terms whose selected subgradients at 0 are 0: D𝒥(0) = [0, 2], ∂𝒥(0) = {1}.
InnaInstance split() { return {.terms = split_identity(0, 0), .theta = at(0), .psi = at(0), .alpha = 1}; }

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      proved({stem, Kind::conclusion, "S and rest, all states"}, theorem::general_conclusion()),
      sampled({stem, Kind::conclusion, "INNA rests at the minimum"}, generate::din_state(generate::convex_smooth()),
              theorem::has_rational_minimum, theorem::rests_at_minimum()),
      sampled({stem, Kind::conclusion, "INNA's step tells the distance to S"}, generate::inna_state(), inna_parameters,
              theorem::step_tells_distance()),
      examined({stem, Kind::sharp, "rests where 𝒥 is not Clarke-critical"}, split(), theorem::rests_off_clarke()),
      proved({stem, Kind::dropped, "without β > 0"}, theorem::general_negative_beta()),
      examined({stem, Kind::dropped, "ψ not (1 − αβ)θ", Verdict::fails}, moving(), theorem::rests()),
      examined(check_of(stem, Kind::corrected, "remains constant"), selected_zero(), theorem::remains_constant()),
      examined(check_of(stem, Kind::corrected, "stationary algorithm"), selected_zeros(), theorem::rests_on_batches())};
  append(checks, planted_checks(stem, theorem::general_lines()));
  return checks;
}

}  // namespace verigrad::inna_steady_states::properties
