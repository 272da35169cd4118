// Chain rule along curves for DJ = Σ ∂Jₙ: d/dt J(Γ(t)) = ⟨v, Γ′(t)⟩ for almost every t and all v ∈ DJ(Γ(t)).
// INNA, Lemmas 2.2 and 2.3.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/nonsmooth/kinked_sum.hpp"

namespace verigrad::chain_rule_along_curves {

const Statement& statement();

/// Γ(t) = θ + tu + t²w, looked at for t = 0, where Γ′ = u.
struct CurveInstance {
  KinkedTerms terms;
  Vector<double> theta, u, w;

  bool rational() const { return true; }
  std::string describe() const;
};

/// t = 0 is none of the finitely many times at which Γ crosses a kink: where it is on one, u is parallel to it.
bool hypotheses_hold(const CurveInstance& instance);

/// The smallest and the largest ⟨v, u⟩ over v ∈ DJ(θ) are d/dt J(Γ), which comes from values of J.
Form<CurveInstance> conclusion();
/// The displayed lines, for each Jₙ and for their sum, and wrong rates.
Lines<CurveInstance> lines();

}  // namespace verigrad::chain_rule_along_curves
