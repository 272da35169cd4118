// Stochastic gradient methods, Lemma 5.6.1: the variational inequality at states of random flows, its limit at the
// kink, the uniform bound; planted mistakes.
#include "verigrad/theorem/nonsmooth/regularised_flow_inequality.hpp"

#include "verigrad/problem/huber.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/pairs.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/weak_flows.hpp"

namespace verigrad::regularised_flow_inequality::properties {
namespace {

namespace theorem = regularised_flow_inequality;
using theorem::BoundedInstance;
using theorem::StateInstance;

constexpr const char* stem = "regularised_flow_inequality";

ObjectivePtr parabola(double curvature) { return make_objective(Quadratic(at(curvature), at(0))); }

/// J₂ is linear between W and Y.
StateInstance beyond_the_kink() { return {parabola(-1), make_objective(Huber(at(1), 1, at(0))), at(2), at(5)}; }

StateInstance concave() { return {parabola(1), parabola(-1), at(0), at(1)}; }

}  // namespace

std::vector<Check> checks() {
  const auto states = generate::flow_state(generate::any_convex());
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, states, theorem::hypotheses_hold, theorem::conclusion()),
      sampled({stem, Kind::conclusion, "uniform bound (5.40)"}, generate::bounded_flow_state(),
              theorem::bounded_hypotheses_hold, theorem::uniform_bound()),
      examined({stem, Kind::sharp, "J₂ linear between W and Y"}, beyond_the_kink(), theorem::attained()),
      examined({stem, Kind::sharp, "beyond both kinks: c + λ"}, BoundedInstance{1, 2, 0.25, at(3)},
               theorem::bound_attained()),
      examined({stem, Kind::dropped, "without convexity of J₂", Verdict::fails}, concave(), theorem::conclusion()),
      sampled({stem, Kind::dropped, "without smoothness of J₂, (5.39): it holds"},
              generate::flow_state(generate::absolute()), theorem::hypotheses_hold, theorem::conclusion()),
      examined({stem, Kind::dropped, "uniform bound without a bounded ∇J₂", Verdict::fails},
               BoundedInstance{.c = 1, .lambda = 1, .epsilon = 0.25, .w = at(3), .unbounded = true},
               theorem::uniform_bound())};
  append(checks, planted_checks(stem, states, theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

}  // namespace verigrad::regularised_flow_inequality::properties
