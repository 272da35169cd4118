// Thesis, Corollary 3.3: exact flows in a well of a double well; a double well on a slice, proved; what else its proof
// takes; hypotheses dropped; planted mistakes.
#include "verigrad/theorem/inertial_newton/convergence_to_minimisers.hpp"

#include <cmath>

#include "verigrad/check/prove.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/theorem/inertial_newton/strict_saddle_instability.hpp"

namespace verigrad::convergence_to_minimisers::properties {
namespace {

constexpr const char* stem = "convergence_to_minimisers";

/// Up to 3/4 of a from the minimiser, w = (α − 1/β)θ + ψ/β in eighths of a.
WellInstance from_choices(int s, int a, int alpha, int beta, int theta, int w, int t) {
  WellInstance result{std::ldexp(1, s), std::ldexp(1, a), alpha / 8.0, beta / 8.0, 0, 0, t / 4.0};
  result.theta = (2 + theta / 8.0) * result.a;
  result.psi = (1 - result.alpha * result.beta) * result.theta + result.beta * w / 8.0 * result.a;
  return result;
}
Gen<WellInstance> wells() {
  return gen::apply(from_choices, gen::inRange(-1, 2), gen::inRange(-1, 2), gen::inRange(0, 17), gen::inRange(1, 17),
                    gen::inRange(-6, 7), gen::inRange(-8, 9), gen::inRange(1, 9));
}

/// θ and ψ in 2⁻¹² a.
EscapeInstance beside_saddle(int s, int a, int alpha, int beta, int theta, int psi) {
  const double unit = std::ldexp(1, a - 12);
  return {std::ldexp(1, s), std::ldexp(1, a), alpha / 8.0, beta / 8.0, theta * unit, psi * unit};
}
Gen<EscapeInstance> escapes() {
  return gen::apply(beside_saddle, gen::inRange(-1, 2), gen::inRange(-1, 2), gen::inRange(0, 17), gen::inRange(1, 17),
                    gen::inRange(-8, 9), gen::inRange(-8, 9));
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "in a well of a double well"}, wells(), in_well, converges_in_well()),
      sampled({stem, Kind::conclusion, "from beside the stable line of a saddle"}, escapes(), beside_stable_line,
              leaves_for_minimiser()),
      proved({stem, Kind::conclusion, "a double well with αβ = 1 and ψ = 0"}, double_well()),
      examined({stem, Kind::dropped, "with more energy than the barrier", Verdict::fails},
               from_choices(0, 0, 0, 4, 0, 32, 4), converges_in_well()),
      examined({stem, Kind::dropped, "without coercivity", Verdict::fails},
               strict_saddle_instability::beside_stable_line(), bounded()),
      examined({stem, Kind::dropped, "not a Morse function", Verdict::fails}, InflectionInstance{-1, 1},
               limit_is_minimiser()),
      examined({stem, Kind::dropped, "S ∖ S_{<0} with an eigenvalue 0", Verdict::fails}, in_one_dimension(0, 1, 1),
               minimisers())};
  append(checks, planted_checks(stem, general_lines()));
  append(checks, planted_checks(stem, escapes(), beside_stable_line, escape_lines()));
  return checks;
}

}  // namespace verigrad::convergence_to_minimisers::properties
