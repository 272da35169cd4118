#include "verigrad/sampling/strongly_convex.hpp"

#include "verigrad/sampling/pairs.hpp"

namespace verigrad::generate {

rc::Gen<ObjectivePtr> strongly_convex() {
  return rc::gen::weightedOneOf<ObjectivePtr>(
      {{6, strongly_convex_quadratic()}, {2, ridge_regression()}, {2, logistic_regression()}, {2, log_sum_exp()}});
}

rc::Gen<ObjectivePtr> strongly_convex_piecewise() {
  return rc::gen::map(piecewise_quadratic(positive(), positive()),
                      [](const PiecewiseQuadratic::Data& data) { return make_objective(PiecewiseQuadratic(data)); });
}

rc::Gen<HessianBoundsInstance> hessian_bounds(rc::Gen<ObjectivePtr> objectives) {
  return rc::gen::map(pair(std::move(objectives)), [](const PairInstance& pair) {
    return HessianBoundsInstance{pair.f, pair.x, pair.y};
  });
}

rc::Gen<HessianBoundsInstance> hessian_bounds() { return hessian_bounds(strongly_convex()); }

rc::Gen<iteration_contraction::Instance> contraction(rc::Gen<ObjectivePtr> objectives, int highest_n) {
  return rc::gen::map(rc::gen::pair(descent(std::move(objectives), highest_n), rc::gen::arbitrary<bool>()),
                      [](const std::pair<DescentInstance, bool>& draw) {
                        iteration_contraction::Instance result{draw.first, {}};
                        const Curvature curvature = result.f->curvature();
                        if (draw.second) result.alpha *= curvature.lower / curvature.upper;
                        return result;
                      });
}

}  // namespace verigrad::generate
