// ‖∇ₓf‖₂ ≤ ∏ ‖W_r‖₂ in the quadratic norm, the largest |Wx|/|x|: the remark below SGM, Lemma 5.5.2.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/network/network_instance.hpp"

namespace verigrad::gradient_quadratic_norm {

/// |∇ₓf h|² ≤ ∏ ‖W_r‖₂² |h|² for h = (1, …, 1), the units, and, in rationals, what powers of ∇ₓfᵀ∇ₓf make of the
/// first, which tend to where the norm is attained. ‖W_r‖₂² is the proven upper bound of WᵀW's eigenvalues, exact for
/// diagonal WᵀW and else within 2⁻³⁶.
Form<NetworkInstance> conclusion();
/// |∇ₓf h| = ∏ ‖W_r‖₂ |h|.
Form<NetworkInstance> attained();
/// "quadratic norm, same proof": |∇A_r v| ≤ |v| and |W_r v| ≤ ‖W_r‖₂ |v| for each factor of (5.33) in turn.
Form<NetworkInstance> same_proof();
/// The norm with a formula, ‖W‖_F² = Σ w²: ‖∇ₓf‖_F ≤ ∏ ‖W_r‖_F, though ‖∇A_r‖_F ≤ 1 is false.
Form<NetworkInstance> frobenius();
Form<NetworkInstance> frobenius_of_slopes();
/// Wrong bounds in the quadratic norm.
Lines<NetworkInstance> lines();

/// f = W₁ReLU(W₀x + b) with W₀ = W₁ = (1 1; 1 −1), at x where both units are on: ∇ₓf = 2I.
NetworkInstance two_rotations();

}  // namespace verigrad::gradient_quadratic_norm
