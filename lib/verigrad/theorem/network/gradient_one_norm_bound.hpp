// ‖∇ₓf‖₁ ≤ ∏ ‖W_r‖₁. SGM, Lemma 5.5.2.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/network/network_instance.hpp"

namespace verigrad::gradient_one_norm_bound {

const Statement& statement();

/// ‖∇ₓf‖₁ ≤ ∏ ‖W_r‖₁, r = 0 … p.
Form<NetworkInstance> bound();
/// ‖∇ₓf‖₁ = ∏ ‖W_r‖₁.
Form<NetworkInstance> attained();
/// ‖∇A_r‖₁ ≤ 1.
Form<NetworkInstance> slopes();

/// The proof and that of the remark below, the erratum, and wrong bounds in the one norm.
Lines<NetworkInstance> lines();

}  // namespace verigrad::gradient_one_norm_bound
