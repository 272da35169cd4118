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

/// E along W + hW′, Z + hZ′.
template <class T>
struct EnergyAlong {
  const ObjectiveOver<T>& J;
  T kappa, m;
  Phase<T> at, velocity;

  T energy(const T& h) const;
  /// dE/dt as a central difference, exact when J is quadratic: E is then a polynomial of degree 2 in h.
  T rate_if_quadratic() const;
  /// |E(h) − E(0) − h·rate| ≤ h²(L/2 |W′ + κZ′|² + m/2 |Z′|²) for h = ±τ2⁻⁴ᵏ, k = 0 … 4: `rate` is dE/dt, for any
  /// L-smooth J, and neither the chain rule nor the product rule is used.
  void claim_rate(const T& rate, const T& L, double tau, Claims<T>& claims) const;
};

/// dE/dt by the chain rule and the product rule: ⟨W′ + κZ′, gradient⟩ + m⟨Z′, Z⟩, gradient = ∇J(W + κZ).
template <class T>
T rate_by_chain_rule(const Vector<T>& z, const Phase<T>& velocity, const Vector<T>& gradient, const T& kappa,
                     const T& m) {
  return dot<T>(velocity.w + kappa * velocity.z, gradient) + m * dot<T>(velocity.z, z);
}

/// Where claim_rate can be decided: J is smooth everywhere, and rational, or Z ≠ 0.
bool rate_is_decidable(const PhaseInstance& instance);

}  // namespace verigrad
