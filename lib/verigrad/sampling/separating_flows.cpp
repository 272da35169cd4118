#include "verigrad/sampling/separating_flows.hpp"

#include <cmath>

#include "verigrad/sampling/draws.hpp"

namespace verigrad::generate {

rc::Gen<cauchy_lipschitz::LinearFlows> linear_flows() {
  return rc::gen::mapcat(up_to(3), [](int more) {
    const Eigen::Index d = 1 + more;
    const auto multiple = rc::gen::map(up_to(6), [](int m) { return m - 3; });
    return rc::gen::map(
        rc::gen::tuple(rc::gen::container<std::vector<int>>(std::size_t(d), multiple), positive(3, -2, 2),
                       point(d, 6, 2), point(d, 6, 2), point(d, 6, 2), up_to(15), rc::gen::arbitrary<bool>(), up_to(7)),
        [](const std::tuple<std::vector<int>, double, Vector<double>, Vector<double>, Vector<double>, int, bool, int>&
               draw) {
          const auto& [multiples, unit, centre, w0, moved, sixteenths, backward, only] = draw;
          Vector<double> z0 = only < 4 ? w0 : moved;
          if (only < 4) z0[only % z0.size()] = moved[only % z0.size()];
          return cauchy_lipschitz::LinearFlows{multiples, unit, centre, w0, z0, (16 - sixteenths) / 16.0, backward};
        });
  });
}

rc::Gen<cauchy_lipschitz::LogisticFlows> logistic_flows() {
  const auto share = [] {
    return rc::gen::map(rc::gen::tuple(up_to(6), up_to(6), rc::gen::arbitrary<bool>()),
                        [](const std::tuple<int, int, bool>& draw) {
                          const auto& [eighths, halvings, above] = draw;
                          const double small = std::ldexp(eighths + 1, -3 - halvings);
                          return above ? 1 - small : small;
                        });
  };
  return rc::gen::map(rc::gen::tuple(share(), share(), up_to(15), rc::gen::arbitrary<bool>()),
                      [](const std::tuple<double, double, int, bool>& draw) {
                        const auto& [w0, z0, sixteenths, backward] = draw;
                        return cauchy_lipschitz::LogisticFlows{w0, z0, (16 - sixteenths) / 16.0, backward};
                      });
}

rc::Gen<cauchy_lipschitz::KinkFlows> kink_flows() {
  return rc::gen::map(rc::gen::tuple(dyadic(6, 3), dyadic(6, 3), positive(4, -3, 2)),
                      [](const std::tuple<double, double, double>& draw) {
                        const auto& [w0, z0, t] = draw;
                        return cauchy_lipschitz::KinkFlows{w0, z0, t};
                      });
}

}  // namespace verigrad::generate
