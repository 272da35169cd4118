// DIN, dynamical inertial Newton, θ″ + αθ′ + β∇²𝒥(θ)θ′ + ∇𝒥(θ) = 0, and its first-order form in (θ, ψ) have the same θ,
// both ways, with ψ = −βθ′ − β²∇𝒥(θ) − (αβ − 1)θ. Thesis, (2.5) and (2.6).
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/inertial_newton/din_instance.hpp"

namespace verigrad::din_first_order_form {

const Statement& statement();

/// A point θ with a velocity: the jet of a solution of (2.5), whose θ″ is then known.
struct JetInstance {
  ObjectivePtr J;
  Vector<double> theta, velocity;
  double alpha = 0;
  double beta = 1;

  bool rational() const { return J->rational(); }
  std::string describe() const;
};
/// The state with the parameters of DIN, without λ and τ.
JetInstance jet_of(const DinInstance& instance);

/// α ≥ 0 and β > 0.
bool hypotheses_hold(const JetInstance& instance);
bool state_hypotheses_hold(const DinInstance& instance);

/// From (2.5) to (2.6): ψ and its derivative meet both lines; in particular θ′ is the velocity that (2.6) has at (θ,
/// ψ). By the product 𝒥's Hessian makes, and on quadratics by values of ∇𝒥 along a curve with this jet.
Form<JetInstance> lifted();
Form<JetInstance> lifted_by_values();
/// From (2.6) to (2.5): the derivative of its first line, with the second one.
Form<DinInstance> eliminated();
Form<DinInstance> eliminated_by_values();
/// The same for all jets and states, α ≥ 0, β > 0; and for α of any sign and β of either.
Forms<Unknowns> general_forms();
Forms<Unknowns> general_dropped();
/// Of all ψ(0), that of the lift alone gives the initial velocity: here ψ(0) = 0 does, false.
Form<JetInstance> from_psi_zero();
/// θ′ has a derivative from (2.6): the ones on both sides are equal, for 𝒥 of one variable.
Form<DinInstance> has_second_derivative();
/// Wrong lifts.
Lines<JetInstance> lines();
/// 2.6.2: ψ₀ = (1 − αβ)θ₀ − (β² − β)∇𝒥(θ₀) gives θ′(0) = −∇𝒥(θ₀); wrong lifts and wrong ψ₀.
Lines<Unknowns> general_lines();

}  // namespace verigrad::din_first_order_form
