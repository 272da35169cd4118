// Stochastic gradient methods, (5.6): the rest lies where the Hessian's bounds put it.
#include "verigrad/theorem/convexity/second_order_expansion.hpp"

#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/strongly_convex.hpp"

namespace verigrad::second_order_expansion::proofs_numeric {

namespace theorem = second_order_expansion;

constexpr const char* stem = "second_order_expansion";

std::vector<Check> checks() {
  return step_checks(stem, generate::hessian_bounds(), theorem::hypotheses_hold, theorem::lines());
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (f->curvature().lower <= 0 || !f->has_minimum()) return {};
  return step_checks(stem, generate::hessian_bounds(gen::just(f)), theorem::hypotheses_hold, theorem::lines());
}

}  // namespace verigrad::second_order_expansion::proofs_numeric
