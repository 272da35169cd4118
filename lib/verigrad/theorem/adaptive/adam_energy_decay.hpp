// Energy decay of the continuous ADAM system (5.23): d/dt (J(W) + ε₁/2 ⟨D^{−1/2}Z, Z⟩) ≤ 0 when ε₁ ≤ 4ε₂.
// Stochastic gradient methods, Lemma 5.2.6.
#pragma once

#include <string>

#include "verigrad/claim/lines.hpp"
#include "verigrad/claim/unknowns.hpp"
#include "verigrad/problem/objective.hpp"

namespace verigrad::adam_energy_decay {

const Statement& statement();

/// A state of (5.23). D is given by its root, so that rationals can hold D^{−1/2}; any D > 0 has one.
struct AdamInstance {
  ObjectivePtr J;
  Vector<double> w, z;
  Vector<double> root;  ///< √D, coordinate by coordinate
  double eps1 = 1, eps2 = 1;
  double tau = 1;  ///< the longest step along W′ that remainders are looked at

  bool rational() const { return J->rational(); }
  std::string describe() const;
};

/// √D > 0, ε₁ > 0 and ε₂ > 0; the condition ε₁ ≤ 4ε₂ is left out, as the identities hold without it.
bool state_is_defined(const AdamInstance& instance);
/// The same where the remainder of J can be decided: J is smooth everywhere, and rational, or Z ≠ 0.
bool rate_is_decidable(const AdamInstance& instance);

/// E′ is the displayed rate, at a state: for quadratic J from values of J; for smooth J within the remainder of a step
/// along W′. The change of ⟨D^{−1/2}Z, Z⟩ comes from dual numbers.
Form<AdamInstance> quadratic_rate();
Form<AdamInstance> smooth_rate();
/// E′ ≤ 0 for quadratic J.
Form<AdamInstance> decays();
/// E′ = 0 for quadratic J.
Form<AdamInstance> stationary();

/// Each is about one coordinate, for all its values; the sums over the coordinates follow. The chain rule
/// d/dt J(W) = ⟨W′, ∇J(W)⟩ and the product and quotient rules are assumed. Lemma 5.2.5 keeps D > 0 for all t ≥ 0.
/// E′ = −(4ε₂ − ε₁)/(4ε₂) z²/√d − ε₁/(4ε₂) g²z²/√d³ ≤ 0 for all ε₁ ≤ 4ε₂.
Form<Unknowns> general_conclusion();
/// Where ε₁ > 4ε₂, E′ > 0 at every state with ∇J(W) = 0 and Z ≠ 0: the condition cannot be weakened.
Form<Unknowns> general_increase();
/// E′ = z²/(4ε₂√d³) (ε₁(d − g²) − 4ε₂d): where z ≠ 0, E′ ≤ 0 if and only if ε₁(d − g²) ≤ 4ε₂d.
Form<Unknowns> exact_condition();
/// With d ≤ g², E′ ≤ 0 for all ε₁, ε₂ > 0.
Form<Unknowns> large_gradient();

/// The displayed lines of the proof that hold, and wrong forms of the rate and of the condition: on quadratics, for
/// smooth J, for all states.
Lines<AdamInstance> lines();
Lines<AdamInstance> smooth_lines();
Lines<Unknowns> general_lines();

/// The text's formula for the derivative of an inverse, one diagonal coefficient m with velocity m′, as printed and
/// corrected.
struct CoefficientInstance {
  double m = 1, m_prime = 1;

  bool rational() const { return true; }
  std::string describe() const;
};
/// At given m and m′, with wrong forms; and corrected, for all.
Lines<CoefficientInstance> inverse_lines();
Form<Unknowns> general_inverse_derivative();

}  // namespace verigrad::adam_energy_decay
