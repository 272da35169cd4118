// ‖∇ₓf‖₁ ≤ ∏ ‖W_r‖₁. SGM, Lemma 5.5.2.
#pragma once

#include "verigrad/claim/form.hpp"
#include "verigrad/claim/statement.hpp"
#include "verigrad/theorem/network/network_instance.hpp"

namespace verigrad::gradient_one_norm_bound {

const Statement& statement();

/// ‖∇ₓf‖₁ = ∏ ‖W_r‖₁.
Form<NetworkInstance> attained();
Forms<NetworkInstance> steps();
Forms<NetworkInstance> errata();
/// ‖∇ₓf‖₁ ≤ ∏ ‖W_r‖₁, r = 0 … p.
Forms<NetworkInstance> corrected();
Forms<NetworkInstance> planted();

}  // namespace verigrad::gradient_one_norm_bound
