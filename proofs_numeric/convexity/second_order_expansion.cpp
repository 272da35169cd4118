// Stochastic gradient methods, (5.6): the rest lies where the Hessian's bounds put it.
#include "verigrad/theorem/convexity/second_order_expansion.hpp"

#include "verigrad/sampling/sample.hpp"
#include "verigrad/sampling/strongly_convex.hpp"

namespace verigrad::second_order_expansion::proofs_numeric {
namespace {

namespace theorem = second_order_expansion;

std::vector<Check> steps(const rc::Gen<HessianBoundsInstance>& instances) {
  return sampled_each("second_order_expansion", Kind::step, instances, theorem::hypotheses_hold, theorem::steps());
}

}  // namespace

std::vector<Check> checks() { return steps(generate::hessian_bounds()); }

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (f->curvature().lower <= 0 || !f->has_minimum()) return {};
  return steps(generate::hessian_bounds(rc::gen::just(f)));
}

}  // namespace verigrad::second_order_expansion::proofs_numeric
