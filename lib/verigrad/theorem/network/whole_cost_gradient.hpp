// The gradient of the cost over a data set as the sum of the samples' gradients. SGM, (5.15).
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/network/network_instance.hpp"

namespace verigrad::whole_cost_gradient {

const Statement& statement();

/// (5.15), each sample's gradient by (5.12) and (5.13), is the gradient of J by dual numbers, through full Jacobians
/// and by the library's back-propagation.
Form<NetworkInstance> conclusion();
/// The part of (5.15) in the first weight, and in b_0, is the central difference, for instances on which it is exact.
Form<NetworkInstance> differences();

/// Wrong gradients.
Lines<NetworkInstance> lines();

}  // namespace verigrad::whole_cost_gradient
