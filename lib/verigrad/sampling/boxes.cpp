#include "verigrad/sampling/boxes.hpp"

#include <cmath>

#include "verigrad/sampling/draws.hpp"

namespace verigrad::generate {
namespace {

/// Around a point, moved by up to reach/8 half sides.
Gen<Box> box(const Vector<double>& around, int reach) {
  const Eigen::Index d = around.size();
  const auto eighths = gen::map(up_to(2 * reach), [reach](int k) { return (k - reach) / 8.0; });
  return gen::map(gen::pair(entries(d, positive(3, -1, 3)), entries(d, eighths)),
                  [around](const std::pair<Vector<double>, Vector<double>>& draw) {
                    const auto& [half, share] = draw;
                    const Vector<double> middle = around + half.cwiseProduct(share);
                    return Box{middle - half, middle + half};
                  });
}

/// The minimiser rounded to multiples of 1/16, or 0.
Vector<double> base(const Objective& J) {
  if (!J.has_minimum()) return Vector<double>::Zero(J.dimension());
  return J.over<double>().minimum().x_star.unaryExpr([](double x) { return std::round(16 * x) / 16; });
}

Gen<ObjectivePtr> small(Gen<ObjectivePtr> objectives) {
  return gen::suchThat(std::move(objectives), [](const ObjectivePtr& f) { return f->dimension() <= 2; });
}

}  // namespace

Gen<minimum_on_compact_set::BoxInstance> box_problem(Gen<ObjectivePtr> objectives, int reach) {
  return gen::mapcat(std::move(objectives), [reach](const ObjectivePtr& J) {
    return gen::map(gen::pair(box(base(*J), reach), up_to(J->dimension() == 1 ? 8 : 4)),
                    [J](const std::pair<Box, int>& draw) {
                      return minimum_on_compact_set::BoxInstance{J, draw.first, 4 + draw.second};
                    });
  });
}

Gen<minimum_on_compact_set::BoxInstance> box_problem(int reach) {
  return box_problem(gen::weightedOneOf<ObjectivePtr>({{2, double_well()},
                                                       {2, non_convex_piecewise()},
                                                       {2, small(geman_mcclure())},
                                                       {1, small(indefinite_quadratic())},
                                                       {1, small(convex_quadratic())},
                                                       {1, logistic_regression()},
                                                       {1, log_sum_exp()}}),
                     reach);
}

Gen<minimum_on_compact_set::SeparableInstance> separable_on_box() {
  return gen::mapcat(dimension(), [](int d) {
    const auto eighths = gen::map(gen::pair(up_to(8), gen::boolean()), [](const std::pair<int, bool>& draw) {
      const auto [k, at_end] = draw;
      return (at_end ? k / 5 * 8 : k) / 8.0;
    });
    return gen::map(
        gen::tuple(entries(d, dyadic(5, 2)), point(d, 6, 2), box(Vector<double>::Zero(d), 16), entries(d, eighths)),
        [](const std::tuple<Vector<double>, Vector<double>, Box, Vector<double>>& draw) {
          const auto& [spectrum, centre, omega, share] = draw;
          const Vector<double> w = omega.lower + (omega.upper - omega.lower).cwiseProduct(share);
          return minimum_on_compact_set::SeparableInstance{spectrum, centre, omega, w};
        });
  });
}

Gen<minimum_on_compact_set::Candidate> candidate() {
  return gen::mapcat(up_to(5), [](int more) {
    return gen::map(gen::pair(up_to(63), point(more)), [](const std::pair<int, Vector<double>>& draw) {
      Vector<double> w(draw.second.size() + 1);
      w << (draw.first + 1) / 64.0, draw.second;
      return minimum_on_compact_set::Candidate{w};
    });
  });
}

}  // namespace verigrad::generate
