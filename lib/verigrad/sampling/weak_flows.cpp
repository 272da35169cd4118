#include "verigrad/sampling/weak_flows.hpp"

#include <algorithm>
#include <cmath>

#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/draws.hpp"
#include "verigrad/sampling/pairs.hpp"

namespace verigrad::generate {

rc::Gen<absolute_value_flow::TestedFlow> tested_absolute_value_flow() {
  return rc::gen::map(
      rc::gen::tuple(dyadic(6, 3), dyadic(6, 3), positive(4, -2, 3), dyadic(4, 2), dyadic(4, 2), up_to(3)),
      [](const std::tuple<double, double, double, double, double, int>& draw) {
        const auto& [w0, y, T, p, q, how] = draw;
        const bool at_stop = how == 3 && w0 != 0;
        return absolute_value_flow::TestedFlow{w0, y, at_stop ? std::abs(w0) : T, p, q};
      });
}

rc::Gen<absolute_value_flow::Scheme> sign_scheme() {
  return rc::gen::map(rc::gen::tuple(up_to(16), up_to(1), positive(3, -3, 1), up_to(4), up_to(11), up_to(1)),
                      [](const std::tuple<int, int, double, int, int, int>& draw) {
                        const auto& [multiple, between, dt, kink, n, side] = draw;
                        const double w0 = (multiple / 2.0 + between / 8.0) * dt;
                        return absolute_value_flow::Scheme{side ? -w0 : w0, dt, (kink - 2) / 2.0, n + 1};
                      });
}

rc::Gen<WeakFlow> weak_flow() {
  return rc::gen::mapcat(up_to(2), [](int more) {
    const Eigen::Index d = 1 + more;
    const auto weight = rc::gen::oneOf(rc::gen::just(0.0), positive(3, -2, 2), positive(3, -2, 2));
    return rc::gen::map(rc::gen::tuple(positive(3, -2, 1), rc::gen::arbitrary<bool>(), entries(d, dyadic(4, 2)),
                                       entries(d, weight), point(d, 5, 2), up_to(13)),
                        [](const std::tuple<double, bool, Vector<double>, Vector<double>, Vector<double>, int>& draw) {
                          const auto& [a, concave, c, lambda, w0, clock] = draw;
                          return concave ? WeakFlow{-a, c, lambda, w0, 1 + (clock + 1) / 4.0}
                                         : WeakFlow{a, c, lambda, w0, (clock + 1) / 16.0};
                        });
  });
}

rc::Gen<weak_solution_existence::TestedFlow> tested_weak_flow() {
  return rc::gen::mapcat(weak_flow(), [](const WeakFlow& flow) {
    return rc::gen::map(rc::gen::tuple(point(flow.w0.size(), 5, 2), dyadic(3, 1), dyadic(3, 1)),
                        [flow](const std::tuple<Vector<double>, double, double>& draw) {
                          const auto& [y, p, q] = draw;
                          return weak_solution_existence::TestedFlow{flow, y, p, q};
                        });
  });
}

rc::Gen<weak_solution_existence::TestedFlow> tested_penalised_square() {
  return rc::gen::map(rc::gen::tuple(tested_weak_flow(), positive(3, -2, 2), up_to(13)),
                      [](std::tuple<weak_solution_existence::TestedFlow, double, int> draw) {
                        auto& [tested, epsilon, clock] = draw;
                        tested.a = 2;
                        tested.c.setZero();
                        tested.lambda.setConstant(2 * epsilon);
                        tested.end = (clock + 1) / 16.0;
                        return tested;
                      });
}

rc::Gen<penalised_square::Example> penalised_square() {
  return rc::gen::mapcat(dimension(3), [](int d) {
    return rc::gen::map(
        rc::gen::tuple(positive(3, -3, 2), point(d, 5, 2), point(d, 5, 2), up_to(14), positive(3, -4, 10), one_in(3)),
        [](const std::tuple<double, Vector<double>, Vector<double>, int, double, bool>& draw) {
          auto [epsilon, w, z, clock, constant, one_side] = draw;
          for (Eigen::Index j = 0; one_side && j < w.size(); ++j) z[j] = std::copysign(z[j], w[j]);
          return penalised_square::Example{epsilon, w, z, (clock + 1) / 16.0, constant};
        });
  });
}

rc::Gen<weak_solution_existence::AtRest> flow_at_rest() {
  return rc::gen::map(rc::gen::tuple(positive(), up_to(16), dyadic(), positive(), positive()),
                      [](const std::tuple<double, int, double, double, double>& draw) {
                        const auto& [lambda, share, y, T, kappa] = draw;
                        return weak_solution_existence::AtRest{(share - 8) / 8.0 * lambda, lambda, y, T, kappa};
                      });
}

rc::Gen<weak_solution_existence::SmoothRest> smooth_rest() {
  return rc::gen::map(rc::gen::tuple(positive(3, -2, 2), up_to(3), positive(3, -2, 2), up_to(32), up_to(2)),
                      [](const std::tuple<double, int, double, int, int>& draw) {
                        const auto& [c, halvings, epsilon, eighths, stops] = draw;
                        const double lambda = std::ldexp(c, halvings), w0 = std::ldexp(epsilon, -halvings);
                        const double y = stops == 0 ? w0 : (eighths - 16) / 8.0 * epsilon;
                        return weak_solution_existence::SmoothRest{c, lambda, epsilon, y,
                                                                   std::exp2(std::floor(std::log2(w0 / lambda)))};
                      });
}

rc::Gen<weak_solution_existence::States> regularised_states() {
  const auto sixteenths = [] { return rc::gen::map(up_to(64), [](int k) { return (k - 32) / 16.0; }); };
  return rc::gen::map(
      rc::gen::tuple(positive(), positive(), sixteenths(), sixteenths(), up_to(2)),
      [](const std::tuple<double, double, double, double, int>& draw) {
        const auto& [lambda, epsilon, share, other, at_kink] = draw;
        return weak_solution_existence::States{lambda, epsilon, share * epsilon, at_kink == 0 ? 0 : other * epsilon};
      });
}

rc::Gen<weak_solution_existence::Regularised> regularised_flow() {
  return rc::gen::map(rc::gen::tuple(positive(3, -2, 2), positive(3, -2, 2), positive(4, -1, 3), up_to(31), up_to(5)),
                      [](const std::tuple<double, double, double, int, int>& draw) {
                        const auto& [a, lambda, w0, clock, k] = draw;
                        return weak_solution_existence::Regularised{a, lambda, w0, (clock + 1) / 32.0, k + 1};
                      });
}

rc::Gen<weak_initial_value::Path> weak_path() {
  return rc::gen::mapcat(up_to(2), [](int more) {
    const Eigen::Index d = 1 + more;
    const auto weight = rc::gen::oneOf(rc::gen::just(0.0), positive(3, -2, 2));
    const auto eighths = rc::gen::map(up_to(16), [](int k) { return (k - 8) / 8.0; });
    return rc::gen::map(rc::gen::tuple(dyadic(3, 1), point(d, 4, 2), entries(d, weight), point(d, 5, 2), point(d, 5, 2),
                                       entries(d, eighths), point(d, 5, 2), up_to(4), one_in(5)),
                        [](const std::tuple<double, Vector<double>, Vector<double>, Vector<double>, Vector<double>,
                                            Vector<double>, Vector<double>, int, bool>& draw) {
                          const auto& [a, c, lambda, w0, b, share, y, halvings, at_start] = draw;
                          return weak_initial_value::Path{
                              a, c, lambda, at_start ? b : w0, b, b.cwiseProduct(share), y, std::ldexp(1.0, -halvings)};
                        });
  });
}

rc::Gen<weak_solution_uniqueness::TwoFlows> two_weak_flows() {
  return rc::gen::mapcat(weak_flow(), [](const WeakFlow& flow) {
    return rc::gen::map(rc::gen::pair(point(flow.w0.size(), 5, 2), up_to(2)),
                        [flow](const std::pair<Vector<double>, int>& draw) {
                          const auto& [z0, sides] = draw;
                          weak_solution_uniqueness::TwoFlows result{flow, z0};
                          if (sides == 2) result.z0[0] = std::copysign(z0[0], -flow.w0[0]);
                          if (sides == 1)
                            for (Eigen::Index j = 0; j < z0.size(); ++j)
                              result.z0[j] = std::copysign(z0[j], flow.w0[j]);
                          return result;
                        });
  });
}

rc::Gen<weak_solution_uniqueness::DoubledFlows> doubled_weak_flows() {
  return rc::gen::map(rc::gen::tuple(two_weak_flows(), up_to(2), up_to(2), up_to(2), one_in(4)),
                      [](const std::tuple<weak_solution_uniqueness::TwoFlows, int, int, int, bool>& draw) {
                        const auto& [flows, p, q, r, equal] = draw;
                        weak_solution_uniqueness::DoubledFlows result{flows, p + 1.0, q / 2.0, r / 2.0};
                        if (equal) result.z0 = result.w0;
                        return result;
                      });
}

rc::Gen<weak_solution_uniqueness::Paths> doubled_paths() {
  const auto slope = [] { return dyadic(4, 1); };
  return rc::gen::map(
      rc::gen::tuple(slope(), slope(), slope(), slope(), slope(), positive(3, -2, 1), positive(3, -2, 1), up_to(6),
                     up_to(5), up_to(5)),
      [](const std::tuple<double, double, double, double, double, double, double, int, int, int>& draw) {
        const auto& [alpha, b, v, d, g, before, length, eighths, halvings, share] = draw;
        const double mu = (eighths + 1) / 8.0 * length, epsilon = std::ldexp(length, -halvings);
        const double s = std::max(mu, epsilon) + before, left = share == 5 ? 0.5 : share / 4.0;
        return weak_solution_uniqueness::Paths{alpha, b, v, d, g, s, s + length, mu, epsilon, left};
      });
}

rc::Gen<weak_solution_uniqueness::NotConvex> non_convex_descent() {
  return rc::gen::map(rc::gen::tuple(positive(4, -2, 2), up_to(16), dyadic(6, 3)),
                      [](const std::tuple<double, int, double>& draw) {
                        const auto& [w0, eighths, y] = draw;
                        return weak_solution_uniqueness::NotConvex{w0, 1 - eighths / 8.0, y};
                      });
}

rc::Gen<weak_solution_uniqueness::Descending> descending() {
  return rc::gen::map(rc::gen::tuple(positive(4, -2, 2), dyadic(6, 3), one_in(2)),
                      [](const std::tuple<double, double, bool>& draw) {
                        const auto& [w0, y, from_0] = draw;
                        return weak_solution_uniqueness::Descending{w0, y, from_0};
                      });
}

rc::Gen<regularised_flow_inequality::StateInstance> flow_state(rc::Gen<ObjectivePtr> convex_parts) {
  return rc::gen::mapcat(pair(std::move(convex_parts)), [](const PairInstance& pair) {
    const Eigen::Index d = pair.x.size();
    return rc::gen::map(rc::gen::pair(entries(d, dyadic(3, 1)), point(d, 5, 2)),
                        [pair](const std::pair<Vector<double>, Vector<double>>& draw) {
                          const auto& [spectrum, centre] = draw;
                          const ObjectivePtr J1 = make_objective(Quadratic(spectrum, centre));
                          return regularised_flow_inequality::StateInstance{J1, pair.f, pair.x, pair.y};
                        });
  });
}

rc::Gen<regularised_flow_inequality::BoundedInstance> bounded_flow_state() {
  return rc::gen::mapcat(dimension(3), [](int d) {
    return rc::gen::map(rc::gen::tuple(positive(), positive(), positive(3, -6, 1), point(d, 5, 3)),
                        [](const std::tuple<double, double, double, Vector<double>>& draw) {
                          const auto& [c, lambda, epsilon, w] = draw;
                          return regularised_flow_inequality::BoundedInstance{c, lambda, epsilon, w};
                        });
  });
}

}  // namespace verigrad::generate
