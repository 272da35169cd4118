#include "verigrad/sampling/weak_flows.hpp"

#include <cmath>

#include "draws.hpp"

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

rc::Gen<weak_solution_existence::AtRest> flow_at_rest() {
  return rc::gen::map(rc::gen::tuple(positive(), up_to(16), dyadic(), positive(), positive()),
                      [](const std::tuple<double, int, double, double, double>& draw) {
                        const auto& [lambda, share, y, T, kappa] = draw;
                        return weak_solution_existence::AtRest{(share - 8) / 8.0 * lambda, lambda, y, T, kappa};
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

}  // namespace verigrad::generate
