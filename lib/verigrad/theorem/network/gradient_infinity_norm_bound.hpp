// ‖∇ₓf‖_∞ ≤ ∏ ‖W_r‖_∞. SGM, Lemma 5.5.1.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/network/network_instance.hpp"

namespace verigrad::gradient_infinity_norm_bound {

const Statement& statement();

/// The bound for r = 0 … p with the norm as the text defines it, sup_j Σ_i |w_ij|.
Form<NetworkInstance> conclusion();
/// ‖∇ₓf‖ = ∏ ‖W_r‖ in the infinity norm, sup_i Σ_j |w_ij|.
Form<NetworkInstance> attained();
/// ‖∇A_r‖_∞ ≤ 1.
Form<NetworkInstance> slopes();

/// The proof, the errata, and wrong bounds in the infinity norm.
Lines<NetworkInstance> lines();

}  // namespace verigrad::gradient_infinity_norm_bound
