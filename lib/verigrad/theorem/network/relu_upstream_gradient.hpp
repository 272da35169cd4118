// Gradient of F ∘ ReLU from the gradient of F, entry by entry. MathDNN, Proposition 5.1.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/network/layer_instance.hpp"

namespace verigrad::relu_upstream_gradient {

const Statement& statement();

/// h crosses no kink, as in Proposition 2.1.
bool hypotheses_hold(const LayerInstance& instance);

/// F(ℛ(z + h)) = F(ℛ(z)) + ⟨g, h⟩ + ½⟨h⁺, Qh⁺⟩, for g of (11) as the library computes it, F(y) = ⟨c, y⟩ + ½⟨y, Qy⟩ and
/// h⁺ⱼ = hⱼ 𝟙(zⱼ > 0).
Form<LayerInstance> conclusion();

/// The lines of the proof, and wrong gradients.
Lines<LayerInstance> lines();

}  // namespace verigrad::relu_upstream_gradient
