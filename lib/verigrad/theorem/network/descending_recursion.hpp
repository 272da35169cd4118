// Back-propagation as a descending recursion of row gradients in the biases. SGM, (5.14) and Definition 5.1.9.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/network/network_instance.hpp"

namespace verigrad::descending_recursion {

const Statement& statement();

/// (5.14) for r = p … 1, from ∇_{b_p} = ∇φ∘fᵖ, gives the gradients by dual numbers and through full Jacobians.
Form<NetworkInstance> conclusion();
/// (5.14) with r = 1 = the central difference in b_0, for instances on which that is exact.
Form<NetworkInstance> differences();
/// Multiplications, counted, with ∇S_r as a full matrix: the recursion takes Σ_{r=1}^p a_r(a_{r+1} + a_r), as its
/// products are those of (5.12) for b_0 from the left; no more than that from the right, or than each (5.12) on its
/// own.
Form<NetworkInstance> cost();

/// The errata, and wrong recursions.
Lines<NetworkInstance> lines();

}  // namespace verigrad::descending_recursion
