// Thesis, Lemma 2.5: the energies E_min and E_max along a trajectory of DIN, 𝒥 along the same, and what each energy
// loses.
#include "verigrad/figure/din_trajectory.hpp"
#include "verigrad/figure/figure.hpp"

namespace verigrad::figures {
namespace din_energy_rates_figure {
namespace {

/// ‖√α θ′ + sign (ψ′ − θ′)/√β‖², which is −E_min′ for sign = 1 and −E_max′ for sign = −1.
Ball loss(const DinTrajectory& din, const FlowState& x, int sign) {
  const FlowState velocity = din(x);
  const Vector<Ball> u = part(velocity, 2, 0), w = part(velocity, 2, 1);
  const Ball a = sqrt(exact<Ball>(din.alpha)), b = sqrt(exact<Ball>(din.beta));
  return squared_norm<Ball>(a * u + Ball(sign) / b * (w - u));
}

}  // namespace
}  // namespace din_energy_rates_figure

std::vector<Figure> din_energy_rates(const FigureInput&) {
  using namespace din_energy_rates_figure;
  const Ball::Precision precision(trajectory_bits);
  const DinTrajectory din;
  const auto states = din.states();
  const Ball root = sqrt(exact<Ball>(din.alpha * din.beta));
  const auto energy = [&](const Ball& lambda) {
    return [&din, lambda](const FlowState& x) { return lambda * din.value(din.at(x)) + din.kinetic(din.at(x)); };
  };
  const Panel energies{
      "",
      {"time t"},
      {"energy (units of 𝒥)", true},
      {over_time("E_max = (1 + √(αβ))² 𝒥 + ½‖s‖²", states, din.h, energy(square(Ball(1) + root))),
       over_time("E_min = (1 − √(αβ))² 𝒥 + ½‖s‖²", states, din.h, energy(square(Ball(1) - root))),
       over_time(
           "𝒥(θ)", states, din.h, [&](const FlowState& x) { return din.value(din.at(x)); }, Stroke::dashed)}};
  const Panel losses{"",
                     {"time t"},
                     {"loss of energy (units of 𝒥 a unit of time)", true},
                     {over_time("−E_max′ = ‖√α θ′ − (ψ′ − θ′)/√β‖²", states, din.h,
                                [&](const FlowState& x) { return loss(din, x, -1); }),
                      over_time("−E_min′ = ‖√α θ′ + (ψ′ − θ′)/√β‖²", states, din.h,
                                [&](const FlowState& x) { return loss(din, x, 1); })}};
  return {{"din_energy_rates",
           "Energies of DIN and what they lose (thesis, Lemma 2.5)",
           {energies, losses},
           2,
           "𝒥(θ) = 2θ₁²/(1 + θ₁²) + θ₂²/(1 + θ₂²), θ₀ = (1, −1/2), ψ₀ = (1 − αβ)θ₀, α = β = 1/4, s = (α − 1/β)θ + ψ/β. "
           "Neither energy rises; 𝒥 does.\nThe signs in the losses are the corrected ones. 192 bits, Fehlberg 7(8), "
           "step 1/32."}};
}

}  // namespace verigrad::figures
