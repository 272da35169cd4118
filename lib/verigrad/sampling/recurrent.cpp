#include "verigrad/sampling/recurrent.hpp"

#include "verigrad/sampling/draws.hpp"
#include "verigrad/sampling/generators.hpp"

namespace verigrad::generate {
namespace {

Gen<double> few_positive_bits() { return positive(3, -2, 1); }

}  // namespace

Gen<ResidualInstance> residual_network() {
  return gen::mapcat(gen::pair(dimension(2), dimension(3)), [](const std::pair<int, int>& sizes) {
    const auto [n, q] = sizes;
    const auto weights = table(q, n, dyadic(3, 2));
    const auto draws =
        gen::tuple(weights, weights, point(n, 3, 2), point(n, 3, 2), positive(3, -3, 0), up_to(2), one_in(4));
    return gen::map(draws, [](const auto& d) {
      return ResidualInstance{std::get<0>(d), std::get<1>(d),     std::get<2>(d), std::get<3>(d),
                              std::get<4>(d), 1 + std::get<5>(d), std::get<6>(d)};
    });
  });
}

Gen<FlowInstance> polynomial_flow() {
  const auto pair = point(2, 4, 2);
  return gen::map(gen::tuple(pair, pair, pair, pair, dyadic(3, 2), few_positive_bits()), [](const auto& d) {
    return FlowInstance{std::get<0>(d), std::get<1>(d), std::get<2>(d), std::get<3>(d), std::get<4>(d), std::get<5>(d)};
  });
}

Gen<SweepInstance> sweep() {
  const auto any = gen::map(up_to(2999), [](int k) { return SweepInstance{1 + k}; });
  const auto near_power = gen::map(gen::pair(up_to(10), up_to(2)), [](const std::pair<int, int>& d) {
    return SweepInstance{(1 << d.first) + d.second};
  });
  return gen::oneOf(any, near_power);
}

Gen<LeapfrogInstance> leapfrog_run() {
  return gen::mapcat(gen::tuple(dimension(2), dimension(2), dimension(2)), [](const auto& sizes) {
    const auto [of_r, of_s, steps] = sizes;
    const auto entry = dyadic(3, 2);
    const auto draws = gen::tuple(table(of_r, of_s, entry), table(of_s, of_r, entry), point(of_r, 3, 2),
                                  point(of_s, 3, 2), point(2 * steps, 3, 2), positive(2, -2, 0));
    return gen::map(draws, [](const auto& d) {
      return LeapfrogInstance{std::get<0>(d), std::get<1>(d), std::get<2>(d),
                              std::get<3>(d), std::get<4>(d), std::get<5>(d)};
    });
  });
}

Gen<AffineMapInstance> contracting_map() {
  return gen::mapcat(gen::pair(dimension(3), dimension(2)), [](const std::pair<int, int>& sizes) {
    const auto [n, p] = sizes;
    const auto draws = gen::tuple(table(n, n, dyadic(3, 6)), table(n, p, dyadic(3, 1)), point(p, 4, 2), point(n, 4, 2),
                                  point(n, 4, 2), up_to(5));
    return gen::map(draws, [](const auto& d) {
      return AffineMapInstance{std::get<0>(d), std::get<1>(d), std::get<2>(d),
                               std::get<3>(d), std::get<4>(d), std::get<5>(d)};
    });
  });
}

Gen<TriangularMapInstance> triangular_map() {
  const auto factor = gen::map(up_to(14), [](int k) { return (k - 7) / 8.0; });
  return gen::map(gen::tuple(factor, dyadic(4, 2), factor, point(2, 4, 2), up_to(3)), [](const auto& d) {
    return TriangularMapInstance{Vector<double>{{std::get<0>(d), std::get<1>(d), std::get<2>(d)}}, std::get<3>(d),
                                 std::get<4>(d)};
  });
}

Gen<ArgminInstance> argmin_layer() {
  const auto pair = point(2, 4, 2);
  const auto draws =
      gen::tuple(gen::pair(few_positive_bits(), few_positive_bits()), dyadic(3, 3), table(2, 2, dyadic(3, 2)),
                 point(3, 4, 2), pair, point(3, 4, 2), pair, few_positive_bits());
  return gen::map(draws, [](const auto& d) {
    const double off = std::get<1>(d), by = 1 + off * off;
    Vector<double> theta = std::get<3>(d);
    theta[0] = std::abs(theta[0]);
    const Matrix<double> h{{by + std::get<0>(d).first, off}, {off, by + std::get<0>(d).second}};
    return ArgminInstance{h, std::get<2>(d), theta, std::get<4>(d), std::get<5>(d), std::get<6>(d), std::get<7>(d)};
  });
}

Gen<KernelInstance> kernel() {
  return gen::mapcat(gen::pair(dimension(3), dimension(3)), [](const std::pair<int, int>& sizes) {
    const auto [n, m] = sizes;
    const auto multipliers = entries(n + m, few_positive_bits());
    const auto draws =
        gen::tuple(table(n, m, few_positive_bits()), multipliers, point(n + m, 3, 1), multipliers, positive(3, -3, 0));
    return gen::map(draws, [](const auto& d) {
      return KernelInstance{std::get<0>(d), std::get<1>(d), std::get<2>(d), std::get<3>(d), std::get<4>(d)};
    });
  });
}

Gen<EnergyInstance> kernel_with_energy() {
  return gen::map(kernel(), [](const KernelInstance& i) { return EnergyInstance{i}; });
}

Gen<ScalingInstance> scaling() {
  return gen::map(gen::pair(kernel(), up_to(2)), [](const std::pair<KernelInstance, int>& d) {
    const KernelInstance& i = d.first;
    const Vector<double> u = i.x.head(i.k.rows()), v = i.x.tail(i.k.cols());
    return ScalingInstance{i.k, u.cwiseProduct(i.k * v), v.cwiseProduct(i.k.transpose() * u), 2 + d.second};
  });
}

Gen<TransportInstance> transport() {
  const auto histogram = gen::map(up_to(14), [](int k) { return Vector<double>{{(k + 1) / 16.0, (15 - k) / 16.0}}; });
  const auto cost = gen::map(up_to(31), [](int k) { return k / 16.0; });
  const auto epsilon = gen::map(up_to(6), [](int k) { return (k + 2) / 8.0; });
  return gen::map(gen::tuple(table(2, 2, cost), histogram, histogram, epsilon), [](const auto& d) {
    return TransportInstance{std::get<0>(d), std::get<1>(d), std::get<2>(d), std::get<3>(d)};
  });
}

}  // namespace verigrad::generate
