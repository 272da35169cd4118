// Stochastic gradient methods, Lemma 5.6.3: the weak formulation on exact solutions with and without kinks, J₁ convex
// or not, and the smooth flows that approximate them; planted mistakes.
#include "verigrad/theorem/weak_solution_existence.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/sample.hpp"
#include "verigrad/sampling/weak_flows.hpp"

namespace verigrad::properties {
namespace {

namespace theorem = weak_solution_existence;
using theorem::States;
using theorem::TestedFlow;

constexpr const char* stem = "weak_solution_existence";

TestedFlow flow(double lambda, double w0, double y) { return {{1, at(0), at(lambda), at(w0), 0.25}, at(y), 1, 0}; }

}  // namespace

std::vector<Check> weak_solution_existence() {
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "with φ on every term"}, generate::tested_weak_flow(), theorem::hypotheses_hold,
              theorem::conclusion()),
      sampled({stem, Kind::conclusion, "approximation by J₂^ε"}, generate::regularised_states(),
              theorem::states_hypotheses_hold, theorem::approximation()),
      sampled({stem, Kind::conclusion, "regularised flows converge"}, generate::regularised_flow(),
              theorem::regularised_hypotheses_hold, theorem::converges()),
      examined({stem, Kind::sharp, "Y on the solution's side"}, flow(1, 8, 1), theorem::attained()),
      examined({stem, Kind::sharp, "λε/4 at W_ε = ε/2, W = 0"}, States{1, 1, 0.5, 0}, theorem::quarter_attained()),
      examined({stem, Kind::dropped, "without convexity: J₂ = −|w|, W = 0", Verdict::fails},
               theorem::AtRest{0, -1, 1, 1, 1}, theorem::corrected().front()),
      examined(check_of(stem, Kind::planted, "W = 0 where |c| > λ"), theorem::AtRest{1, 0.5, 1, 1, 1},
               theorem::corrected().front())};
  append(checks,
         sampled_each(stem, Kind::planted, generate::tested_weak_flow(), theorem::hypotheses_hold, theorem::planted()));
  append(checks, sampled_each(stem, Kind::planted, generate::regularised_states(), theorem::states_hypotheses_hold,
                              theorem::wrong_approximations()));
  return checks;
}

std::vector<Check> weak_solution_existence_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::properties
