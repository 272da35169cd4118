// The gradient of φ ∘ f in the input x as a product of matrices. SGM, Lemma 5.1.6, (5.11).
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/network/network_instance.hpp"

namespace verigrad::cost_gradient_in_input {

const Statement& statement();

/// (5.11), from the left, is the gradient by dual numbers and through full Jacobians, a row of m entries.
Form<NetworkInstance> conclusion();
/// (5.11) = the central difference of the instance's step, for instances on which that is exact.
Form<NetworkInstance> differences();

/// The lines of the proof, the erratum, and wrong gradients.
Lines<NetworkInstance> lines();

}  // namespace verigrad::cost_gradient_in_input
