// The energy E(W, Z) = J(W + κZ) + m/2 |Z|² of a momentum system at a state, and its rate of change along a velocity:
// κ = 0 or ν, m = 1 or ε. Stochastic gradient methods, section 5.2.
#pragma once

#include <string>

#include "verigrad/claim/claims.hpp"
#include "verigrad/flow/momentum_systems.hpp"
#include "verigrad/problem/objective.hpp"

namespace verigrad {

/// A state of a momentum system with the parameters ν (Nesterov's, or of friction) and ε (relaxation).
struct PhaseInstance {
  ObjectivePtr J;
  Vector<double> w, z;
  double nu = 0;
  double epsilon = 1;
  double tau = 1;  ///< the longest step along the velocity that remainders are looked at

  bool rational() const { return J->rational(); }
  std::string describe() const;
};

/// J = W²/8 at W = Z = 1/16 with ν = 1/8, ε = 1/32.
PhaseInstance phase_on_parabola();

/// E along W + hW′, Z + hZ′.
struct EnergyAlong {
  const ObjectiveOver<Number>& J;
  Number kappa, m;
  Phase<Number> at, velocity;

  /// E at the parameter h.
  Number energy(const Number& h) const;
  /// dE/dt as a central difference, exact when J is quadratic: E is then a polynomial of degree 2 in h.
  Number rate_if_quadratic() const;
  /// |E(h) − E(0) − h·rate| ≤ h²(L/2 |W′ + κZ′|² + m/2 |Z′|²) for h = ±τ2⁻⁴ᵏ, k = 0 … 4: `rate` is dE/dt, for any
  /// L-smooth J, and neither the chain rule nor the product rule is used.
  void claim_rate(const Number& rate, const Number& L, double tau, Claims& claims) const;
};

/// dE/dt by the chain rule and the product rule: ⟨W′ + κZ′, gradient⟩ + m⟨Z′, Z⟩, gradient = ∇J(W + κZ).
inline Number rate_by_chain_rule(const Vector<Number>& z, const Phase<Number>& velocity, const Vector<Number>& gradient,
                                 const Number& kappa, const Number& m) {
  return dot(velocity.w + kappa * velocity.z, gradient) + m * dot(velocity.z, z);
}

/// Where claim_rate can be decided: J is smooth everywhere, and rational, or Z ≠ 0.
bool rate_is_decidable(const PhaseInstance& instance);

}  // namespace verigrad
