// The second example of the regularity problem: J_tot(W) = J(W) + ε|∇J(W)|₁ for J(W) = |W|².
// Stochastic gradient methods, 5.6, before (5.35).
#pragma once

#include <string>

#include "verigrad/claim/lines.hpp"

namespace verigrad::penalised_square {

/// Two states, or two starts, of the flow of J_tot, which is read at the time with e^{−2t} = u.
struct StatesInstance {
  double epsilon;
  Vector<double> w, z;
  double u = 0.5;
  double constant = 1;  ///< a Lipschitz constant of ∇J_tot to refute

  bool rational() const { return true; }
  std::string describe() const;
};
/// ε > 0, w and z have as many entries, 0 < u < 1, and the constant is positive.
bool hypotheses_hold(const StatesInstance& instance);
/// As above, with no entry of w and z on different sides of 0, or at 0.
bool on_one_side(const StatesInstance& instance);
/// As above, and neither w nor z has come to rest in any entry: (|wⱼ| + ε)u > ε.
bool both_move(const StatesInstance& instance);

/// "second example": J + ε|∇J|₁ = |W|² + 2ε|W|₁, by the library's |W|².
/// "regularity problem": for each C > 0 there are W and Z with C|W − Z| < |∇J_tot(W) − ∇J_tot(Z)|.
/// "one-sided bound": 2|W − Z|² ≤ ⟨∇J_tot(W) − ∇J_tot(Z), W − Z⟩, with subgradients at 0.
/// "exact solution": W(t) = S_{ε(1 − u)}(uW₀), at rest in 0 from u = ε/(|w₀| + ε) on.
/// "contraction": |W(t) − Z(t)| ≤ e^{−2t}|W₀ − Z₀|.
/// And wrong forms of them.
Lines<StatesInstance> lines();
Form<StatesInstance> one_sided_bound();
/// On one side of 0, ∇J_tot is Lipschitz with the constant 2.
Form<StatesInstance> lipschitz_on_one_side();
/// |∇J_tot(W) − ∇J_tot(Z)| ≤ C|W − Z|: false across 0, for W = −Z = (ε/C, 0, …).
Form<StatesInstance> lipschitz();
/// The contraction's equality, for solutions on one side that still move.
Form<StatesInstance> contraction_attained();

}  // namespace verigrad::penalised_square
