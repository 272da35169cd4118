// Thesis, Lemma 2.6: the energy E = E_min + E_max along a trajectory of DIN, and along INNA's steps from the same
// start.
#include <fmt/format.h>

#include "verigrad/algorithm/inna.hpp"
#include "verigrad/figure/din_trajectory.hpp"
#include "verigrad/figure/figure.hpp"

namespace verigrad::figures {
namespace din_energy_decrease_figure {
namespace {

/// E at the steps of INNA, full batch, of the constant size γ.
Curve along_inna(const DinTrajectory& din, double gamma) {
  const Inna method{din.alpha, din.beta};
  Curve curve{fmt::format("INNA, γ = {}", gamma), {}};
  auto state = method.start<double>(din.theta0);
  for (int k = 0; k * gamma <= din.duration; ++k) {
    curve.points.emplace_back(k * gamma, din.energy<double>({state.theta, state.psi}));
    state = method.step<double>(din.J->over<double>(), state, gamma);
  }
  return curve;
}

}  // namespace
}  // namespace din_energy_decrease_figure

std::vector<Figure> din_energy_decrease(const FigureInput&) {
  using namespace din_energy_decrease_figure;
  const Ball::Precision precision(trajectory_bits);
  const DinTrajectory din;
  Panel energies{"", {"time t = γk"}, {"E (units of 𝒥)", true}, {}};
  for (const double gamma : {0.5, 0.25, 0.0625}) energies.curves.push_back(along_inna(din, gamma));
  energies.curves.push_back(over_time(
      "DIN", din.states(), din.h, [&](const FlowState& x) { return din.energy(din.at(x)); }, Stroke::dashed));
  return {{"din_energy_decrease",
           "The energy E = E_min + E_max along DIN and along INNA (thesis, Lemma 2.6)",
           {energies},
           1,
           "E = 2(1 + αβ)𝒥(θ) + ‖(α − 1/β)θ + ψ/β‖², 𝒥(θ) = 2θ₁²/(1 + θ₁²) + θ₂²/(1 + θ₂²), θ₀ = (1, −1/2), "
           "ψ₀ = (1 − αβ)θ₀, α = β = 1/4.\nDIN in 192 bits, Fehlberg 7(8), step 1/32. Lemma 2.6 speaks of DIN: large "
           "steps of INNA can raise E."}};
}

}  // namespace verigrad::figures
