// The gradient of φ ∘ f in each bias as a product of matrices. SGM, Lemma 5.1.7, (5.12).
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/network/network_instance.hpp"

namespace verigrad::cost_gradient_in_biases {

const Statement& statement();

/// (5.12) for r = 0 … p, from the left, is the gradient by dual numbers and through full Jacobians.
Form<NetworkInstance> conclusion();
/// (5.12) = the central difference, for instances on which that is exact.
Form<NetworkInstance> differences();

/// The line of the proof, the erratum, and wrong gradients.
Lines<NetworkInstance> lines();

}  // namespace verigrad::cost_gradient_in_biases
