// Stochastic gradient methods, Lemma 5.1.2: each displayed line of the proof, along exact flows of quadratics and at
// states of random members.
#include "verigrad/theorem/flow/flow_contraction.hpp"

#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/strongly_convex.hpp"

namespace verigrad::flow_contraction::proofs_numeric {
namespace {

namespace theorem = flow_contraction;

constexpr const char* stem = "flow_contraction";

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks =
      proof_checks(stem, generate::quadratic_flow(), theorem::hypotheses_hold, theorem::lines());
  append(checks,
         proof_checks(stem, generate::hessian_bounds(), theorem::state_hypotheses_hold, theorem::state_lines()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (f->curvature().lower <= 0 || !f->has_minimum()) return {};
  return proof_checks(stem, generate::hessian_bounds(gen::just(f)), theorem::state_hypotheses_hold,
                      theorem::state_lines());
}

}  // namespace verigrad::flow_contraction::proofs_numeric
