// The multilayer perceptron ŷ = g_L(W_L g_{L−1}(… g₁(W₁x + b₁) …) + b_L), and what follows from its layers. Thesis,
// (1.3), (1.4), 1.1.2 and 1.1.3.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/claim/unknowns.hpp"
#include "verigrad/theorem/network/network_instance.hpp"

namespace verigrad::multilayer_perceptron {

const Statement& statement();

/// (1.4) for each x of the batch, D₀ = M, D_L = D, and θ has as many coefficients as all W and b.
Form<NetworkInstance> conclusion();

/// f(¼x + ¾y) = ¼f(x) + ¾f(y), y = (1, …, 1) − 2x.
Form<NetworkInstance> affine();
/// f(2x) = 2f(x).
Form<NetworkInstance> linear();
/// The same network with the identity for every activation.
NetworkInstance with_linear_activations(NetworkInstance instance);

/// One more layer with W = Id, b = 0 and the activation of the last one leaves ŷ as it is.
Form<NetworkInstance> another_layer_is_the_identity();

/// f is 0, 1, 1, 0 at (0, 0), (0, 1), (1, 0), (1, 1).
Form<NetworkInstance> is_exclusive_or();
/// a(x₁ + x₂) − 2a(x₁ + x₂ − 1), a the activation.
NetworkInstance exclusive_or(Activation activation);
/// No affine function is: b + (w₁ + w₂ + b) = (w₁ + b) + (w₂ + b), and 0 + 0 ≠ 1 + 1.
Form<Unknowns> affine_functions_on_the_square();

/// The lines and wrong forms, of given networks.
Lines<NetworkInstance> lines();
/// The sigmoid as a function of u = eᵗ: increasing, with the limits 0 and 1.
Lines<Unknowns> sigmoid_lines();

}  // namespace verigrad::multilayer_perceptron
