// Stochastic gradient methods, Lemma 5.2.5: D > 0 for all gradients, and on exact solutions; what attains the bound,
// every hypothesis dropped, planted mistakes.
#include "verigrad/theorem/adaptive/second_moment_positivity.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/check/prove.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/sample.hpp"
#include "verigrad/sampling/second_moments.hpp"

namespace verigrad::second_moment_positivity::properties {
namespace {

namespace theorem = second_moment_positivity;
using theorem::SecondMoment;

constexpr const char* stem = "second_moment_positivity";

/// No gradient; then one that decays from 7/8, where D starts at 1/2.
std::vector<theorem::SecondMoment> separating() {
  return {{.a = 0, .b = 0, .d0 = 1, .eps2 = 8, .q = 0.9375}, {.a = 0, .b = 0.875, .d0 = 0.5, .eps2 = 8, .q = 0.9375}};
}

}  // namespace

std::vector<Check> checks() {
  const SecondMoment no_gradient{.d0 = 3, .q = 0.25};
  std::vector<Check> checks{
      proved({stem, Kind::conclusion, "as printed, all gradients"}, theorem::general_conclusion()),
      sampled({stem, Kind::step, "on exact solutions"}, generate::second_moment(), theorem::hypotheses_hold,
              theorem::conclusion()),
      examined({stem, Kind::sharp, "D(t) = e^{−t/ε₂} D(0) where the gradient is 0"}, no_gradient, theorem::attained()),
      examined({stem, Kind::dropped, "with D(0) = 0", Verdict::fails}, SecondMoment{.d0 = 0, .q = 0.5},
               theorem::is_positive()),
      examined({stem, Kind::dropped, "with D(0) < 0", Verdict::fails}, SecondMoment{.d0 = -1, .q = 0.5},
               theorem::is_positive()),
      examined({stem, Kind::dropped, "with ε₂ < 0", Verdict::fails}, SecondMoment{.a = 2, .eps2 = -1, .q = 2},
               theorem::is_positive()),
      examined({stem, Kind::dropped, "for t < 0", Verdict::fails}, SecondMoment{.a = 2, .q = 2},
               theorem::is_positive())};
  append(checks, proved_each(stem, Kind::planted, theorem::general_planted()));
  append(checks, sampled_each(stem, Kind::planted, generate::second_moment(), theorem::hypotheses_hold,
                              theorem::planted(), separating()));
  return checks;
}

}  // namespace verigrad::second_moment_positivity::properties
