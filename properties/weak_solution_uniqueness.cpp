// Stochastic gradient methods, Lemma 5.6.5: two exact weak solutions of one problem, J₁ convex or not; what attains the
// rate; a gradient without Lipschitz constant; planted mistakes.
#include "verigrad/theorem/weak_solution_uniqueness.hpp"

#include <fmt/format.h>

#include "verigrad/check/examine.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/sample.hpp"
#include "verigrad/sampling/weak_flows.hpp"

namespace verigrad::properties {
namespace {

namespace theorem = weak_solution_uniqueness;
using theorem::TwoFlows;

constexpr const char* stem = "weak_solution_uniqueness";

/// J₁ = −w²/2, J₂ = |w|, from 3 and 2, to e^t = 2.
TwoFlows parting() { return {{-1, at(0), at(1), at(3), 2}, at(2)}; }

/// w = t and w = −t for J₂ = −|w|, from 0: w′ = sign(w) = −J₂′(w) for t > 0. Neither meets (5.41).
struct Branches {
  double t;
  bool rational() const { return true; }
  std::string describe() const { return fmt::format("J₂ = −|w|, w = t and w = −t at t = {}", t); }
};
constexpr auto one_branch = []<class T>(const Branches& b, Claims<T>& claims) {
  const T t = exact<T>(b.t);
  for (const int side : {1, -1}) {
    const T w = T(side) * t;
    claims.equal("w′ = −J₂′(w) = w/|w|", T(side), w / magnitude<T>(w), side);
  }
  claims.equal("w = z", t, -t);
};

}  // namespace

std::vector<Check> weak_solution_uniqueness() {
  const auto flows = generate::two_weak_flows();
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "stability, and so uniqueness"}, flows, theorem::hypotheses_hold,
              theorem::conclusion()),
      examined({stem, Kind::sharp, "on one side of 0, J₁ = −w²/2"}, parting(), theorem::attained()),
      examined({stem, Kind::dropped, "without a Lipschitz ∇J₁: w′ = √w", Verdict::fails}, theorem::SquareRoot{1},
               theorem::unique()),
      examined({stem, Kind::dropped, "without convexity of J₂: w′ = sign(w)", Verdict::fails}, Branches{1},
               one_branch)};
  append(checks, sampled_each(stem, Kind::planted, flows, theorem::hypotheses_hold, theorem::planted()));
  return checks;
}

std::vector<Check> weak_solution_uniqueness_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::properties
