// At a critical point θ* of 𝒥 whose Hessian has a negative eigenvalue, DIN has a direction in which it grows: the
// Jacobian (3.5) has a positive eigenvalue. What is proved here is Theorem 3.2 of the thesis but for the stable
// manifold theorem, which it cites; of quadratic 𝒥, for which the stable manifold is a subspace, the theorem itself.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/inertial_newton/din_flow.hpp"
#include "verigrad/theorem/inertial_newton/permutation_matrices.hpp"

namespace verigrad::strict_saddle_instability {

const Statement& statement();

/// α ≥ 0, β > 0.
bool hypotheses_hold(const SpectralInstance& instance);
/// And an eigenvalue is negative, t > 0.
bool at_strict_saddle(const DinFlowInstance& instance);

/// For λ < 0 and all real α, β, in the cases α + βλ ≤ 0 and α + βλ ≥ 0: χ(0) < 0 < χ(1 − λ + |α + βλ|), and
/// σ₊ > 0 is a root of χ.
Forms<Unknowns> positive_eigenvalue();
/// For λ = −st, α = t − s + βst, that is, σ₊ = s and σ₋ = −t: u = (1 + βs)⟨e, θ⟩ − ⟨e, ψ⟩ has u′ = su at all states,
/// and where it is 0, (⟨e, θ⟩, ⟨e, ψ⟩)′ = −t (⟨e, θ⟩, ⟨e, ψ⟩).
Form<Unknowns> growth();
Form<Unknowns> stable_subspace();

/// (3.7), one instance a size.
Form<permutation_matrices::Sizes> blocks_of_every_size();
/// 0 < σ₊ for the smallest eigenvalue.
Form<SpectralInstance> unstable();
/// u(t) = e^{σ₊t} u(0) for each eigenvalue λ < 0.
Form<DinFlowInstance> grows();
/// ⟨e, θ(t)⟩ = e^{σ₋t}⟨e, θ(0)⟩ for each λ < 0, as where u(0) = 0 for each.
Form<DinFlowInstance> converges();
/// The same from the state whose ψ is changed so that u(0) = 0 for each λ < 0: of these, a subspace of dimension 2P −
/// k.
Form<DinFlowInstance> converges_in_subspace();

/// β = α = 1, H = −1: σ₊ = 1, σ₋ = −1; from a point of the stable line, (1, 2), and from beside it.
DinFlowInstance on_stable_line();
DinFlowInstance beside_stable_line();

/// The lines and wrong forms: for all values, of quadratics, and along flows.
Lines<Unknowns> general_lines();
Lines<SpectralInstance> lines();
Lines<DinFlowInstance> flow_lines();

}  // namespace verigrad::strict_saddle_instability
