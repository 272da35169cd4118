#include "verigrad/sampling/strongly_convex.hpp"

#include "verigrad/sampling/draws.hpp"
#include "verigrad/sampling/pairs.hpp"

namespace verigrad::generate {

Gen<ObjectivePtr> strongly_convex() {
  return gen::weightedOneOf<ObjectivePtr>(
      {{6, strongly_convex_quadratic()}, {2, ridge_regression()}, {2, logistic_regression()}, {2, log_sum_exp()}});
}

Gen<ObjectivePtr> strongly_convex_piecewise() {
  return gen::map(piecewise_quadratic(positive(), positive()),
                  [](const PiecewiseQuadratic::Data& data) { return make_objective(PiecewiseQuadratic(data)); });
}

Gen<HessianBoundsInstance> hessian_bounds(Gen<ObjectivePtr> objectives) {
  return gen::map(pair(std::move(objectives)), [](const PairInstance& pair) {
    return HessianBoundsInstance{pair.f, pair.x, pair.y};
  });
}

Gen<HessianBoundsInstance> hessian_bounds() { return hessian_bounds(strongly_convex()); }

Gen<iteration_contraction::Instance> contraction(Gen<ObjectivePtr> objectives, int highest_n) {
  return gen::map(gen::pair(descent(std::move(objectives), highest_n), gen::boolean()),
                  [](const std::pair<DescentInstance, bool>& draw) {
                    iteration_contraction::Instance result{draw.first, {}};
                    const Curvature curvature = result.f->curvature();
                    if (draw.second) result.alpha *= curvature.lower / curvature.upper;
                    return result;
                  });
}

namespace {

/// ±1 in the first 1, 2 or 4 entries, as many as fit.
Gen<Vector<double>> signs(Eigen::Index dimension) {
  return gen::map(gen::pair(up_to(2), up_to(15)), [dimension](const std::pair<int, int>& draw) {
    Vector<double> v = Vector<double>::Zero(dimension);
    Eigen::Index nonzero = Eigen::Index(1) << draw.first;
    while (nonzero > dimension) nonzero /= 2;
    for (Eigen::Index i = 0; i < nonzero; ++i) v[i] = draw.second >> i & 1 ? -1 : 1;
    return v;
  });
}

}  // namespace

Gen<flow_contraction::QuadraticInstance> quadratic_flow() {
  return gen::mapcat(gen::pair(up_to(3), up_to(3)), [](const std::pair<int, int>& size) {
    const int d = size.first + 1, turns = size.second;
    return gen::apply(
        [](const std::vector<int>& multiples, double unit, const std::vector<Vector<double>>& reflections,
           const Vector<double>& centre, const Vector<double>& w0, int sixteenths) {
          return flow_contraction::QuadraticInstance{multiples, unit, reflections,
                                                     centre,    w0,   (16 - sixteenths) / 16.0};
        },
        gen::container<std::vector<int>>(std::size_t(d), gen::map(up_to(5), [](int m) { return m + 1; })),
        positive(3, -2, 2), gen::container<std::vector<Vector<double>>>(std::size_t(turns), signs(d)), point(d, 6, 2),
        point(d, 6, 2), up_to(15));
  });
}

Gen<flow_contraction::ScalarInstance> scalar_flow() {
  return gen::apply(
      [](int a, int b, double w0, int share) {
        return flow_contraction::ScalarInstance{a + 1, b + 1, w0, w0 * (31 - share) / 32};
      },
      up_to(1), up_to(3), positive(4, -3, 4), up_to(30));
}

}  // namespace verigrad::generate
