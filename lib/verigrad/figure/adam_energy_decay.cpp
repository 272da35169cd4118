// Stochastic gradient methods, Lemmas 5.2.5 and 5.2.6: the energy of the ADAM system on both sides of ε₁ = 4ε₂, and D
// with its lower bound.
#include <algorithm>
#include <cmath>

#include "verigrad/figure/figure.hpp"
#include "verigrad/figure/reference_flow.hpp"
#include "verigrad/flow/momentum_systems.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"

namespace verigrad::figures {
namespace adam_energy_decay_figure {
namespace {

constexpr int steps_a_unit = 64, duration = 8;
constexpr double h = 1.0 / steps_a_unit;

/// (5.23); the state is W, Z, D.
struct AdamSystem {
  ObjectivePtr J;
  Ball eps1, eps2;

  FlowState operator()(const FlowState& x) const {
    const Vector<Ball> z = part(x, 2, 1), d = part(x, 2, 2), g = J->over<Ball>().gradient(part(x, 2, 0));
    Vector<Ball> w_prime(2), z_prime(2), d_prime(2);
    for (Eigen::Index i = 0; i < 2; ++i) {
      const AdamCoordinate<Ball> v = adam_velocity<Ball>(z[i], sqrt(d[i]), g[i], eps1, eps2);
      w_prime[i] = v.w;
      z_prime[i] = v.z;
      d_prime[i] = v.d;
    }
    return joined({w_prime, z_prime, d_prime});
  }
  Ball energy(const FlowState& x) const {
    const Vector<Ball> z = part(x, 2, 1), d = part(x, 2, 2);
    Ball weighted(0);
    for (Eigen::Index i = 0; i < 2; ++i) weighted += square(z[i]) / sqrt(d[i]);
    return J->over<Ball>().value(part(x, 2, 0)) + frac<Ball>(1, 2) * eps1 * weighted;
  }
  /// From the minimiser, with Z = (1/4, 1/8) and D = (1, 1).
  std::vector<FlowState> states() const {
    const FlowState start =
        joined({exact<Ball>(vector({0, 0})), exact<Ball>(vector({0.25, 0.125})), exact<Ball>(vector({1, 1}))});
    return reference_flow<EighthOrder>(*this, start, frac<Ball>(1, steps_a_unit), duration * steps_a_unit);
  }
};

}  // namespace
}  // namespace adam_energy_decay_figure

std::vector<Figure> adam_energy_decay(const FigureInput&) {
  using namespace adam_energy_decay_figure;
  const Ball::Precision precision(trajectory_bits);
  const auto J = make_objective(Quadratic(vector({1, 2}), vector({0, 0})));
  Panel energy{"", {"time t"}, {"E(t)/E(0)"}, {}}, moment{"", {"time t"}, {"smallest coefficient of D(t)", true}, {}};
  for (const auto& [label, eps1] : {std::pair{"ε₁ = 1, ε₂ = 1", 1}, {"ε₁ = 4, ε₂ = 1", 4}, {"ε₁ = 16, ε₂ = 1", 16}}) {
    const AdamSystem system{J, Ball(eps1), Ball(1)};
    const auto states = system.states();
    const Ball start = system.energy(states.front());
    energy.curves.push_back(over_time(label, states, h, [&](const FlowState& x) { return system.energy(x) / start; }));
    moment.curves.push_back(
        over_time(label, states, h, [](const FlowState& x) { return std::min(approximate(x[4]), approximate(x[5])); }));
  }
  Curve bound{"e^(−t/ε₂) D(0)", {}, Stroke::dashed};
  for (int k = 0; k <= duration * steps_a_unit; ++k) bound.points.emplace_back(k * h, std::exp(-k * h));
  moment.curves.push_back(std::move(bound));
  return {
      {"adam_energy_decay",
       "Energy and second moment of the continuous ADAM system (SGM, Lemmas 5.2.5 and 5.2.6)",
       {energy, moment},
       2,
       "J(W) = ½W₁² + W₂², from its minimiser with Z = (1/4, 1/8), D = (1, 1). At ε₁ = 4ε₂ the energy starts level; "
       "beyond, it rises.\n192 bits, Fehlberg 7(8), step 1/64."}};
}

}  // namespace verigrad::figures
