// DIN, dynamical inertial Newton: θ″ + αθ′ + β∇²𝒥(θ)θ′ + ∇𝒥(θ) = 0. A state of it with its parameters, and what its
// energies E_λ = λ𝒥(θ) + ½‖(α − 1/β)θ + ψ/β‖² do there. Thesis, chapter 2.
#pragma once

#include <string>

#include "verigrad/claim/unknowns.hpp"
#include "verigrad/flow/din.hpp"
#include "verigrad/theorem/flow/momentum_energy.hpp"

namespace verigrad {

/// A state of DIN in its first-order form.
struct DinInstance {
  ObjectivePtr J;
  Vector<double> theta, psi;
  double alpha = 0;
  double beta = 1;
  double lambda = 1;  ///< the weight of 𝒥 in E_λ
  double tau = 1;     ///< the longest step along the velocity that remainders are looked at

  bool rational() const { return J->rational(); }
  std::string describe() const;
};

/// The quantities of the energies at a state, of an objective or unknown.
struct DinRun {
  explicit DinRun(const DinInstance& instance)
      : J(&instance.J->over<Number>()),
        L(exact(instance.J->curvature().smoothness())),
        tau(instance.tau),
        alpha(exact(instance.alpha)),
        beta(exact(instance.beta)),
        at{exact(instance.theta), exact(instance.psi)},
        v(J->gradient(at.theta)),
        s(din_residual(at, alpha, beta)),
        velocity(din_velocity(at, v, alpha, beta)),
        s_rate(din_residual(velocity, alpha, beta)),
        rate_of_J(along(0).rate_if_quadratic()),
        rate_of_square(along(1).rate_if_quadratic() - rate_of_J) {}
  /// v is any vector: by the chain rule (Lemma 2.3) d𝒥/dt = ⟨θ′, v⟩ for all v ∈ D𝒥(θ), at almost every t.
  DinRun(const Unknowns& unknowns, Number any_alpha, Number any_beta)
      : alpha(std::move(any_alpha)),
        beta(std::move(any_beta)),
        at{unknowns.vector("θ"), unknowns.vector("ψ")},
        v(unknowns.vector("v")),
        s(din_residual(at, alpha, beta)),
        velocity(din_velocity(at, v, alpha, beta)),
        s_rate(din_residual(velocity, alpha, beta)),
        rate_of_J(dot(velocity.theta, v)),
        rate_of_square(dot(s_rate, s)) {}

  /// dE_λ/dt; of an objective it is taken from values of the energy, exact where 𝒥 is quadratic.
  Number rate(const Number& lambda) const { return lambda * rate_of_J + rate_of_square; }
  /// 𝒥(θ) + m/2 ‖s‖², which is E_λ/λ for m = 1/λ.
  EnergyAlong along(const Number& m) const { return {*J, 0, m, {at.theta, s}, {velocity.theta, s_rate}}; }
  /// dE_λ/dt = rate within the remainder, for L-smooth 𝒥 and λ > 0.
  void claim_rate_if_smooth(const Number& lambda, const Number& rate, Claims& claims) const {
    along(1 / lambda).claim_rate(rate / lambda, L, tau, claims);
  }

  const ObjectiveOver<Number>* J = nullptr;
  Number L{};
  double tau = 0;
  Number alpha, beta;
  DinState<Number> at;
  Vector<Number> v;  ///< ∇𝒥(θ), an element of D𝒥(θ)
  Vector<Number> s;  ///< (α − 1/β)θ + ψ/β
  DinState<Number> velocity;
  Vector<Number> s_rate;
  Number rate_of_J, rate_of_square;  ///< d𝒥/dt, d/dt ½‖s‖²
};

/// Where claim_rate_if_smooth can be decided: 𝒥 is smooth everywhere.
bool din_rate_is_decidable(const DinInstance& instance);

/// 𝒥(θ) = θ²/2 at θ = 1, with α = β = 1: θ′ = −1 − ψ, ψ′ = −ψ.
DinInstance din_on_parabola(double psi);
/// 𝒥(θ) = θ²/8 at θ = 1/16, ψ = 0, with α = 1/64, β = 1/16.
DinInstance din_on_flat_parabola();

}  // namespace verigrad
