#include "verigrad/sampling/separating_flows.hpp"

#include <cmath>

#include "verigrad/sampling/draws.hpp"

namespace verigrad::generate {

Gen<cauchy_lipschitz::LinearInstance> linear_flows() {
  return gen::mapcat(up_to(3), [](int more) {
    const Eigen::Index d = 1 + more;
    const auto multiple = gen::map(up_to(6), [](int m) { return m - 3; });
    return gen::apply(
        [](const std::vector<int>& multiples, double unit, const Vector<double>& centre, const Vector<double>& w0,
           const Vector<double>& moved, int sixteenths, bool backward, int only) {
          Vector<double> z0 = only < 4 ? w0 : moved;
          if (only < 4) z0[only % z0.size()] = moved[only % z0.size()];
          return cauchy_lipschitz::LinearInstance{multiples, unit, centre, w0, z0, (16 - sixteenths) / 16.0, backward};
        },
        gen::container<std::vector<int>>(std::size_t(d), multiple), positive(3, -2, 2), point(d, 6, 2), point(d, 6, 2),
        point(d, 6, 2), up_to(15), gen::boolean(), up_to(7));
  });
}

Gen<cauchy_lipschitz::LogisticInstance> logistic_flows() {
  const auto share = [] {
    return gen::apply(
        [](int eighths, int halvings, bool above) {
          const double small = std::ldexp(eighths + 1, -3 - halvings);
          return above ? 1 - small : small;
        },
        up_to(6), up_to(6), gen::boolean());
  };
  return gen::apply(
      [](double w0, double z0, int sixteenths, bool backward) {
        return cauchy_lipschitz::LogisticInstance{w0, z0, (16 - sixteenths) / 16.0, backward};
      },
      share(), share(), up_to(15), gen::boolean());
}

Gen<cauchy_lipschitz::KinkInstance> kink_flows() {
  return gen::apply(
      [](double w0, double z0, double t) {
        return cauchy_lipschitz::KinkInstance{w0, z0, t};
      },
      dyadic(6, 3), dyadic(6, 3), positive(4, -3, 2));
}

}  // namespace verigrad::generate
