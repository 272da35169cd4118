// DIN near a minimiser with a non-singular Hessian, linearised: where an eigenvalue λ of the Hessian has (α + βλ)² <
// 4λ, the solution turns with the frequency ω = √(4λ − (α + βλ)²)/2 while it shrinks by e^{−(α+βλ)t/2}; elsewhere it
// does not turn. Thesis, 3.3.2 with Theorem 3.8 (Hartman–Grobman), which it cites, and (3.14) to (3.18).
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/inertial_newton/din_flow.hpp"

namespace verigrad::spirals {

const Statement& statement();

/// The flow of (θ, ψ)′ = J(θ, ψ) − ‖(θ, ψ)‖²(θ, ψ), J = (0, −1; 1, 0), from this radius, after so many turns of J.
struct CentreInstance {
  double radius;
  int turns;

  bool rational() const { return false; }
  std::string describe() const;
};

/// 3.3.2.3.
struct Illustration {
  bool rational() const { return true; }
  std::string describe() const { return "𝒥 = θ₁² + 2θ₂², whose Hessian has the eigenvalues 2 and 4"; }
};

/// α ≥ 0, β > 0, each λ > 0.
bool near_minimiser(const SpectralInstance& instance);
/// And (α + βλ)² < 4λ for each λ, or for none; ⟨e, θ⟩ ≠ 0 for each e.
bool turns(const DinFlowInstance& instance);
bool turns_nowhere(const DinFlowInstance& instance);

/// For all α, β > 0 and λ with Δ = −4ω² < 0, and all states: in the plane of ω⟨e, θ⟩ and ⟨e, θ′⟩ + (α + βλ)/2 ⟨e, θ⟩,
/// the angle's rate is −ω, and the squared radius' is −(α + βλ) times itself.
Form<Unknowns> spiral();
/// For all α, β > 0 and λ > 0 with real eigenvalues −m, −n: w = ⟨e, θ′⟩ + m⟨e, θ⟩ has w′ = −nw, so that (e^{mt}⟨e, θ⟩)′
/// = e^{mt}w keeps its sign and ⟨e, θ⟩ is 0 once at most; and so for ψ.
Form<Unknowns> no_turn();
/// ω² falls as β grows; and with α of any sign, where it need not.
Form<Unknowns> frequency_falls();
Form<Unknowns> frequency_falls_for_any_alpha();

/// After π/ω, the part of a state along an eigenvector is −e^{−(α+βλ)π/(2ω)} times what it was: half a turn.
Form<DinFlowInstance> half_turns();
/// ⟨e, θ⟩ changes its sign once every half turn: 8 times in 8.
Form<DinFlowInstance> changes_of_sign();
/// On a grid of times up to 4t it does so once at most.
Form<DinFlowInstance> one_change_of_sign();

/// The lines and wrong forms, for all values and along flows.
Lines<Unknowns> general_lines();
Lines<DinFlowInstance> flow_lines();
/// Of the matrices alone, without a flow.
Lines<SpectralInstance> lines();
Lines<CentreInstance> centre_lines();
Lines<Illustration> illustration_lines();

}  // namespace verigrad::spirals
