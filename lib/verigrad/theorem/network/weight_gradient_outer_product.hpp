// Gradients in the weight rows of a dense layer, all at once as an outer product. MathDNN, Proposition 5.2.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/network/layer_instance.hpp"

namespace verigrad::weight_gradient_outer_product {

const Statement& statement();

/// F(𝕃(w + h)) = F(𝕃(w)) + ⟨g, h⟩ + ½Q(i*, i*)⟨y, h⟩², where g is row i* of ∇_F(z)ᵀ ∗ y, m × n, as the library computes
/// it, and F(z) = ⟨c, z⟩ + ½⟨z, Qz⟩.
Form<LayerInstance> conclusion();

/// The lines of the proof, its note, the erratum, and wrong gradients.
Lines<LayerInstance> lines();

}  // namespace verigrad::weight_gradient_outer_product
