// Stochastic gradient methods, section 5.2: the energies of the momentum systems along their trajectories, and what
// integration at fixed steps adds to the energy that is conserved.
#include <cmath>
#include <functional>

#include <fmt/format.h>

#include "verigrad/figure/figure.hpp"
#include "verigrad/figure/reference_flow.hpp"
#include "verigrad/flow/momentum_systems.hpp"
#include "verigrad/problem/non_convex.hpp"
#include "verigrad/problem/point.hpp"

namespace verigrad::figures {
namespace momentum_energy_conservation_figure {
namespace {

constexpr int end_time = 16;

/// A momentum system on J with its energy J(W + κZ) + m/2 |Z|².
struct System {
  ObjectivePtr J;
  Ball kappa{0}, m{1};
  std::function<Phase<Ball>(const Vector<Ball>& z, const Vector<Ball>& gradient)> velocity = momentum_velocity<Ball>;

  Vector<Ball> lookahead(const FlowState& x) const { return part(x, 2, 0) + kappa * part(x, 2, 1); }
  FlowState operator()(const FlowState& x) const {
    const Phase<Ball> v = velocity(part(x, 2, 1), J->over<Ball>().gradient(lookahead(x)));
    return joined({v.w, v.z});
  }
  Ball energy(const FlowState& x) const {
    return J->over<Ball>().value(lookahead(x)) + frac<Ball>(1, 2) * m * squared_norm(part(x, 2, 1));
  }
};

FlowState start() { return joined({exact<Ball>(vector({1, -0.5})), exact<Ball>(vector({0, 1}))}); }

/// |E(16) − E(0)| after integration with steps 2⁻ᵏ, k = 2 … 7.
template <class Stepper>
Curve drift(const std::string& label, const System& system) {
  Curve curve{label, {}};
  for (int k = 2; k <= 7; ++k) {
    const double h = std::ldexp(1, -k);
    const auto states = reference_flow<Stepper>(system, start(), exact<Ball>(h), end_time << k);
    curve.points.emplace_back(h, approximate(abs(system.energy(states.back()) - system.energy(states.front()))));
  }
  return curve;
}

Curve energy_along(const std::string& label, const System& system) {
  const auto states = reference_flow<EighthOrder>(system, start(), frac<Ball>(1, 16), end_time * 16);
  return over_time(label, states, 1.0 / 16, [&](const FlowState& x) { return system.energy(x); });
}

}  // namespace
}  // namespace momentum_energy_conservation_figure

std::vector<Figure> momentum_energy_conservation(const FigureInput&) {
  using namespace momentum_energy_conservation_figure;
  const Ball::Precision precision(trajectory_bits);
  const auto J = make_objective(GemanMcClure(vector({2, 1}), vector({0, 0})));
  const System plain{J};
  const System nesterov{.J = J, .kappa = frac<Ball>(1, 2)};
  const System friction{.J = J, .velocity = [](const auto& z, const auto& gradient) {
                          return friction_velocity<Ball>(z, gradient, frac<Ball>(1, 4),
                                                         sqrt(squared_norm(z) + Ball(1)));
                        }};
  const System relaxation{.J = J, .m = Ball(2), .velocity = [](const auto& z, const auto& gradient) {
                            return relaxation_velocity<Ball>(z, gradient, Ball(2));
                          }};
  const Panel energies{
      "",
      {"time t"},
      {"energy (units of J)"},
      {energy_along("(5.16): J(W) + ½|Z|²", plain), energy_along("(5.19), ν = 1/2: J(W + νZ) + ½|Z|²", nesterov),
       energy_along("(5.21), ν = 1/4, ε = 1: J(W) + ½|Z|²", friction),
       energy_along("(5.22), ε = 2: J(W) + ε/2 |Z|²", relaxation)}};
  const Curve fourth = drift<FourthOrder>("classical Runge–Kutta method, order 4", plain),
              eighth = drift<EighthOrder>("Runge–Kutta–Fehlberg 7(8)", plain);
  const Panel drifts{"", {"step h", true}, {"|E(16) − E(0)| along (5.16)", true}, {fourth, eighth}};
  return {{"momentum_energy_conservation",
           "Energies of the momentum systems (SGM, section 5.2)",
           {energies, drifts},
           2,
           fmt::format("J(W) = 2W₁²/(1 + W₁²) + W₂²/(1 + W₂²), W(0) = (1, −1/2), Z(0) = (0, 1). 192 bits, fixed steps; "
                       "left: Fehlberg 7(8), h = 1/16.\nRight: the method's error, not the system's; from h = 1/64 to "
                       "1/128 it falls like h^{:.2f} and h^{:.2f}.",
                       measured_order(fourth), measured_order(eighth))}};
}

}  // namespace verigrad::figures
