// Gradient of the cross-entropy after softmax: 𝒮(z) − y*. MathDNN, Proposition 5.3.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/network/layer_instance.hpp"

namespace verigrad::softmax_cross_entropy_gradient {

const Statement& statement();

/// h is not constant, and y* has one 1: the bounds of the conclusion are ties else.
bool hypotheses_hold(const LayerInstance& instance);

/// 0 ≤ ξ(𝒮(z + h)) − ξ(𝒮(z)) − ⟨g, h⟩ ≤ (max h − min h)²/8 for g of (13), both as the library computes them: the second
/// derivative along h is the variance of h under 𝒮.
Form<LayerInstance> conclusion();
/// The fused loss is ξ ∘ 𝒮, and its fused gradient ∇_ξ(𝒮(z)) ∗ 𝒥_𝒮(z).
Form<LayerInstance> fused();
/// ∇_ξ(𝒮) ∗ 𝒥_𝒮 = 𝒮 − y* for any y*, with 𝒮 from exponentials.
Form<LayerInstance> of_exponentials();

/// The lines of the proof, the erratum, and wrong gradients.
Lines<LayerInstance> lines();

}  // namespace verigrad::softmax_cross_entropy_gradient
