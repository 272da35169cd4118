// Stochastic gradient methods, (5.8): what it is the integral of.
#include "verigrad/theorem/convexity/strong_monotonicity.hpp"

#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/strongly_convex.hpp"

namespace verigrad::strong_monotonicity::proofs_numeric {

namespace theorem = strong_monotonicity;

constexpr const char* stem = "strong_monotonicity";

std::vector<Check> checks() {
  return step_checks(stem, generate::hessian_bounds(), theorem::hypotheses_hold, theorem::lines());
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (f->curvature().lower <= 0) return {};
  return step_checks(stem, generate::hessian_bounds(gen::just(f)), theorem::hypotheses_hold, theorem::lines());
}

}  // namespace verigrad::strong_monotonicity::proofs_numeric
