// Thesis, Corollary 3.10: INNA's energy near a minimiser, proved; runs on a double well, each trapped at a minimiser;
// without each hypothesis; planted mistakes.
#include "verigrad/theorem/inertial_newton/inna_convergence_to_minimisers.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/inna_steps.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::inna_convergence_to_minimisers::properties {
namespace {

constexpr const char* stem = "inna_convergence_to_minimisers";

/// λ = −1, s = t = 1, from the line ψ = (1 + βs)θ: C_𝒥 is this line.
step_size_condition::SaddleStart on_line() { return {{at(-1), {}, 1, 1, 0.5}, 1, 1, at(1), at(2)}; }

RestStart at_minimiser() {
  RestStart start = from_saddle();
  start.theta = 3;
  start.psi = (1 - start.alpha * start.beta) * 3;
  return start;
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "runs on a double well are trapped at a minimiser"}, generate::well_start(),
              hypotheses_hold, trapped()),
      proved({stem, Kind::conclusion, "the energy of INNA near a minimiser falls"}, energy()),
      examined({stem, Kind::sharp, "INNA rests at a minimiser"}, at_minimiser(), rests_at_minimiser()),
      proved({stem, Kind::dropped, "without Morse, an open set leads to an inflection"}, half_stable()),
      examined({stem, Kind::dropped, "without γ < γ⁻(L), an open set leads to a saddle", Verdict::fails}, above_bound(),
               rests_at_minimiser()),
      examined({stem, Kind::dropped, "without a law that spreads", Verdict::fails}, from_saddle(),
               rests_at_minimiser()),
      examined({stem, Kind::dropped, "without C_𝒥 of positive measure", Verdict::fails}, on_line(),
               along_stable_line())};
  append(checks, planted_checks(stem, generate::well_start(), hypotheses_hold, lines()));
  append(checks, planted_checks(stem, general_lines()));
  return checks;
}

}  // namespace verigrad::inna_convergence_to_minimisers::properties
