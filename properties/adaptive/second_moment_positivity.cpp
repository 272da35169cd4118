// Stochastic gradient methods, Lemma 5.2.5: D > 0 on exact solutions, and for all gradients given the sign of an
// integral; what attains the bound, every hypothesis dropped, planted mistakes.
#include "verigrad/theorem/adaptive/second_moment_positivity.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/second_moments.hpp"

namespace verigrad::second_moment_positivity::properties {
namespace {

namespace theorem = second_moment_positivity;
using theorem::SecondMomentInstance;

constexpr const char* stem = "second_moment_positivity";

}  // namespace

std::vector<Check> checks() {
  const SecondMomentInstance no_gradient{.d0 = 3, .q = 0.25};
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "on exact solutions"}, generate::second_moment(), theorem::hypotheses_hold,
              theorem::conclusion()),
      proved({stem, Kind::step, "0 < D(t), given 0 ≤ ∫g²"}, theorem::sign_by_integral()),
      examined({stem, Kind::sharp, "D(t) = e^{−t/ε₂} D(0) where the gradient is 0"}, no_gradient, theorem::attained()),
      examined({stem, Kind::dropped, "with D(0) = 0 (by formula)", Verdict::fails},
               SecondMomentInstance{.d0 = 0, .q = 0.5}, theorem::is_positive()),
      examined({stem, Kind::dropped, "with D(0) < 0 (by formula)", Verdict::fails},
               SecondMomentInstance{.d0 = -1, .q = 0.5}, theorem::is_positive()),
      examined({stem, Kind::dropped, "with ε₂ < 0 (by formula)", Verdict::fails},
               SecondMomentInstance{.a = 2, .eps2 = -1, .q = 2}, theorem::is_positive()),
      examined({stem, Kind::dropped, "for t < 0 (by formula)", Verdict::fails}, SecondMomentInstance{.a = 2, .q = 2},
               theorem::is_positive())};
  append(checks, planted_checks(stem, theorem::general_lines()));
  append(checks, planted_checks(stem, generate::second_moment(), theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

}  // namespace verigrad::second_moment_positivity::properties
