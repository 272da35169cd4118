// Stochastic gradient methods, (5.8): what it is the integral of.
#include "verigrad/theorem/convexity/strong_monotonicity.hpp"

#include "verigrad/sampling/sample.hpp"
#include "verigrad/sampling/strongly_convex.hpp"

namespace verigrad::strong_monotonicity::proofs_numeric {
namespace {

namespace theorem = strong_monotonicity;

std::vector<Check> steps(const rc::Gen<HessianBoundsInstance>& instances) {
  return sampled_each("strong_monotonicity", Kind::step, instances, theorem::hypotheses_hold, theorem::steps());
}

}  // namespace

std::vector<Check> checks() { return steps(generate::hessian_bounds()); }

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (f->curvature().lower <= 0) return {};
  return steps(generate::hessian_bounds(rc::gen::just(f)));
}

}  // namespace verigrad::strong_monotonicity::proofs_numeric
