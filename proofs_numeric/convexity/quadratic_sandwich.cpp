// Stochastic gradient methods, (5.7): what the text derives it from.
#include "verigrad/theorem/convexity/quadratic_sandwich.hpp"

#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/strongly_convex.hpp"

namespace verigrad::quadratic_sandwich::proofs_numeric {

namespace theorem = quadratic_sandwich;

constexpr const char* stem = "quadratic_sandwich";

std::vector<Check> checks() {
  return step_checks(stem, generate::hessian_bounds(), theorem::hypotheses_hold, theorem::lines());
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (f->curvature().lower <= 0 || !f->has_minimum()) return {};
  return step_checks(stem, generate::hessian_bounds(gen::just(f)), theorem::hypotheses_hold, theorem::lines());
}

}  // namespace verigrad::quadratic_sandwich::proofs_numeric
