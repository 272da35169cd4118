// Energy decay with normalised friction, W′ = Z, Z′ = −∇J(W) − νZ/√(|Z|² + ε):
// d/dt (J(W) + ½|Z|²) = −ν|Z|²/√(|Z|² + ε) ≤ 0. Stochastic gradient methods, (5.21).
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/claim/unknowns.hpp"
#include "verigrad/theorem/flow/momentum_energy.hpp"

namespace verigrad::normalised_friction_energy_decay {

const Statement& statement();

/// A state whose √(|Z|² + ε) may be a dyadic number, so that rationals can hold it.
struct FrictionInstance : PhaseInstance {
  double root = 0;  ///< √(|Z|² + ε), or 0 where it is no dyadic

  bool rational() const { return root != 0 && PhaseInstance::rational(); }
};

/// J(W) = W²/2 at W = 0, with √(|Z|² + ε) = root.
FrictionInstance at_minimum(double z, double nu, double root);

/// ν ≥ 0 and ε > 0, and root² = |Z|² + ε exactly if root is given.
bool hypotheses_hold(const FrictionInstance& instance);

/// d/dt (J(W) + ½|Z|²) = −ν|Z|²/√(|Z|² + ε) at a state, on quadratics, from values of the energy.
Form<FrictionInstance> conclusion();
/// The same for any smooth J, where rate_is_decidable.
Form<FrictionInstance> smooth_conclusion();
/// The same, the rate is ≤ 0, and 0 < |Z|² + ε, for all ν ≥ 0, ε > 0, Z and ∇J(W), given the chain rule and the product
/// rule (rate_by_chain_rule).
Form<Unknowns> general_conclusion();
/// The identity alone, for ν of any sign.
Form<Unknowns> general_identity();
/// d/dt (J(W) + ½|Z|²) ≤ 0 on quadratics.
Form<FrictionInstance> decays();
/// 0 < |Z|² + ε: Z′ is defined.
Form<FrictionInstance> defined();

/// Wrong forms of the conclusion: on quadratics, for all states, for smooth J.
Lines<FrictionInstance> lines();
Lines<Unknowns> general_lines();
Lines<FrictionInstance> smooth_lines();

}  // namespace verigrad::normalised_friction_energy_decay
