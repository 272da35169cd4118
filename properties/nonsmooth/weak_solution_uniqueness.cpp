// Stochastic gradient methods, Lemma 5.6.5: two exact weak solutions of one problem, J₁ convex or not; what attains the
// rate; a gradient without Lipschitz constant, a J₂ that is not convex; planted mistakes.
#include "verigrad/theorem/nonsmooth/weak_solution_uniqueness.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/sample.hpp"
#include "verigrad/sampling/weak_flows.hpp"

namespace verigrad::weak_solution_uniqueness::properties {
namespace {

namespace theorem = weak_solution_uniqueness;
using theorem::TwoFlows;

constexpr const char* stem = "weak_solution_uniqueness";

/// J₁ = −w²/2, J₂ = |w|, from 3 and 2, to e^t = 2.
TwoFlows parting() { return {{-1, at(0), at(1), at(3), 2}, at(2)}; }

/// Apart and together on ∓W²/8.
std::vector<TwoFlows> separating() {
  return {{{-0.25, at(0), at(0), at(0), 1.25}, at(0.25)}, {{0.25, at(0), at(0), at(0), 0.0625}, at(0.25)}};
}

}  // namespace

std::vector<Check> checks() {
  const auto flows = generate::two_weak_flows();
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "stability, and so uniqueness"}, flows, theorem::hypotheses_hold,
              theorem::conclusion()),
      examined({stem, Kind::sharp, "on one side of 0, J₁ = −w²/2"}, parting(), theorem::attained()),
      examined({stem, Kind::dropped, "without a Lipschitz ∇J₁: w′ = √w", Verdict::fails}, theorem::SquareRoot{1},
               theorem::unique()),
      sampled({stem, Kind::dropped, "J₂ convex is not needed: J₂ cancels in the sum"}, generate::doubled_weak_flows(),
              theorem::doubled_hypotheses_hold, theorem::J2_cancels(), Ladder{.ball_bits = {}}),
      sampled({stem, Kind::dropped, "J₂ = −|w|: no W is a weak solution"}, generate::non_convex_descent(),
              theorem::stays_positive, theorem::no_solution_exists())};
  append(checks, sampled_each(stem, Kind::planted, flows, theorem::hypotheses_hold, theorem::planted(), separating()));
  return checks;
}

}  // namespace verigrad::weak_solution_uniqueness::properties
