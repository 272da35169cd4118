// Positivity of D along D′ = (diag(∇J(W) ⊗ ∇J(W)) − D)/ε₂: D(0) > 0 implies D(t) > 0 for all t ≥ 0.
// Stochastic gradient methods, Lemma 5.2.5.
#pragma once

#include <string>

#include "verigrad/claim/lines.hpp"
#include "verigrad/claim/unknowns.hpp"

namespace verigrad::second_moment_positivity {

const Statement& statement();

/// One coordinate of D at the time t with e^{−t/ε₂} = q, while this coordinate of ∇J(W(t)) is g(t) = a + b e^{−2t/ε₂}.
/// Then D(t) = a² − 2abq² − b²q⁴/3 + cq with c = D(0) − a² + 2ab + b²/3 is rational in the data. W enters the lemma
/// through g alone.
struct SecondMomentInstance {
  double a = 0, b = 0;
  double d0 = 1;  ///< D(0)
  double eps2 = 1;
  double q = 1;

  bool rational() const { return true; }
  std::string describe() const;
};

/// D(0) > 0, ε₂ > 0 and t ≥ 0.
bool hypotheses_hold(const SecondMomentInstance& instance);

/// D(t) > 0 and D(t) ≥ e^{−t/ε₂} D(0), where D is checked to solve its equation and to start from D(0).
Form<SecondMomentInstance> conclusion();
/// D(t) > 0 for all D(0) > 0 and all ∫₀ᵗ e^{s/ε₂} g(s)²/ε₂ ds ≥ 0, by which e^{t/ε₂} D(t) exceeds D(0): that the
/// integral of what is not negative is not negative, and of a derivative the difference, is assumed.
Form<Unknowns> sign_by_integral();
/// D(t) > 0 alone.
Form<SecondMomentInstance> is_positive();
/// D(t) = e^{−t/ε₂} D(0), where ∇J(W) stays 0: the least that D can be.
Form<SecondMomentInstance> attained();

/// The false printed forms and those that replace them, on exact solutions; wrong forms of the bound on D(t).
Lines<SecondMomentInstance> lines();
/// What replaces the errata for all states, given the product rule and (e^{t/ε₂})′ = e^{t/ε₂}/ε₂; wrong forms of
/// (e^{t/ε₂} D)′.
Forms<Unknowns> general_corrected();
Lines<Unknowns> general_lines();

}  // namespace verigrad::second_moment_positivity
