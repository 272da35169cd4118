// Stochastic gradient methods, Lemma 5.6.5: two exact weak solutions of one problem, J₁ convex or not; what attains the
// rate; a gradient without Lipschitz constant, a J₂ that is not convex; planted mistakes.
#include "verigrad/theorem/nonsmooth/weak_solution_uniqueness.hpp"

#include "verigrad/problem/objective.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/weak_flows.hpp"

namespace verigrad::weak_solution_uniqueness::properties {
namespace {

namespace theorem = weak_solution_uniqueness;
using theorem::TwoFlowsInstance;

constexpr const char* stem = "weak_solution_uniqueness";

/// J₁ = −w²/2, J₂ = |w|, from 3 and 2, to e^t = 2.
TwoFlowsInstance parting() { return {{-1, at(0), at(1), at(3), 2}, at(2)}; }

}  // namespace

std::vector<Check> checks() {
  const auto flows = generate::two_weak_flows();
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "stability, and so uniqueness"}, flows, theorem::hypotheses_hold,
              theorem::conclusion()),
      examined({stem, Kind::sharp, "on one side of 0, J₁ = −w²/2"}, parting(), theorem::attained()),
      examined({stem, Kind::dropped, "without a Lipschitz ∇J₁: w′ = √w (by formula)", Verdict::fails},
               theorem::SquareRootInstance{1}, theorem::unique()),
      sampled({stem, Kind::dropped, "J₂ convex is not needed: J₂ cancels in the sum"}, generate::doubled_weak_flows(),
              theorem::doubled_hypotheses_hold, theorem::J2_cancels()),
      sampled({stem, Kind::dropped, "J₂ = −|w|: no W is a weak solution"}, generate::non_convex_descent(),
              theorem::stays_positive, theorem::no_solution_exists())};
  append(checks, planted_checks(stem, flows, theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

}  // namespace verigrad::weak_solution_uniqueness::properties
