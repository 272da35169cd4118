// Stochastic gradient methods, (5.7): what the text derives it from.
#include "verigrad/theorem/convexity/quadratic_sandwich.hpp"

#include "verigrad/sampling/sample.hpp"
#include "verigrad/sampling/strongly_convex.hpp"

namespace verigrad::quadratic_sandwich::proofs_numeric {
namespace {

namespace theorem = quadratic_sandwich;

std::vector<Check> steps(const rc::Gen<HessianBoundsInstance>& instances) {
  return sampled_each("quadratic_sandwich", Kind::step, instances, theorem::hypotheses_hold, theorem::steps());
}

}  // namespace

std::vector<Check> checks() { return steps(generate::hessian_bounds()); }

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (f->curvature().lower <= 0 || !f->has_minimum()) return {};
  return steps(generate::hessian_bounds(rc::gen::just(f)));
}

}  // namespace verigrad::quadratic_sandwich::proofs_numeric
