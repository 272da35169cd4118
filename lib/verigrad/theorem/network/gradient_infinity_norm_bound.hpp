// ‖∇ₓf‖_∞ ≤ ∏ ‖W_r‖_∞. SGM, Lemma 5.5.1.
#pragma once

#include "verigrad/claim/form.hpp"
#include "verigrad/claim/statement.hpp"
#include "verigrad/theorem/network/network_instance.hpp"

namespace verigrad::gradient_infinity_norm_bound {

const Statement& statement();

/// The bound for r = 0 … p with the norm as the text defines it, sup_j Σ_i |w_ij|.
Form<NetworkInstance> conclusion();
/// ‖∇ₓf‖ = ∏ ‖W_r‖ in the infinity norm, sup_i Σ_j |w_ij|.
Form<NetworkInstance> attained();
Forms<NetworkInstance> steps();
Forms<NetworkInstance> errata();
Forms<NetworkInstance> corrected();
Forms<NetworkInstance> planted();

}  // namespace verigrad::gradient_infinity_norm_bound
