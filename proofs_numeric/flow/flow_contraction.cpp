// Stochastic gradient methods, Lemma 5.1.2: each displayed line of the proof, along exact flows of quadratics and at
// states of random members.
#include "verigrad/theorem/flow/flow_contraction.hpp"

#include "verigrad/sampling/sample.hpp"
#include "verigrad/sampling/strongly_convex.hpp"

namespace verigrad::flow_contraction::proofs_numeric {
namespace {

namespace theorem = flow_contraction;

constexpr const char* stem = "flow_contraction";

std::vector<Check> state_steps(const rc::Gen<HessianBoundsInstance>& instances) {
  return sampled_each(stem, Kind::step, instances, theorem::state_hypotheses_hold, theorem::state_steps());
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks =
      sampled_each(stem, Kind::step, generate::quadratic_flow(), theorem::hypotheses_hold, theorem::steps());
  append(checks, state_steps(generate::hessian_bounds()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (f->curvature().lower <= 0 || !f->has_minimum()) return {};
  return state_steps(generate::hessian_bounds(rc::gen::just(f)));
}

}  // namespace verigrad::flow_contraction::proofs_numeric
