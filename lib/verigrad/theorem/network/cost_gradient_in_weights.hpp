// The gradient of φ ∘ f in each weight matrix as a column times the gradient in the bias. SGM, Lemma 5.1.8, (5.13).
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/network/network_instance.hpp"

namespace verigrad::cost_gradient_in_weights {

const Statement& statement();

/// (5.13) for r = 0 … p, with x for the left factor when r = 0, is the gradient by dual numbers and through full
/// Jacobians, as a matrix of a_r lines and a_{r+1} columns.
Form<NetworkInstance> conclusion();
/// (5.13) = the central difference for r = 0, for instances on which that is exact.
Form<NetworkInstance> differences();
/// (5.13) takes a_r a_{r+1} multiplications, counted, once the gradient in the bias is known.
Form<NetworkInstance> cost();

/// The lines of the proof, the errata, and wrong gradients.
Lines<NetworkInstance> lines();

}  // namespace verigrad::cost_gradient_in_weights
