// Jacobian of the dense layer 𝕃(y, W, b) = y Wᵀ + b in its input: W. MathDNN, Proposition 4.1.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/network/layer_instance.hpp"

namespace verigrad::dense_input_jacobian {

const Statement& statement();

/// The entries of (8), and 𝕃(y + h, W, b) = 𝕃(y, W, b) + h Jᵀ.
Form<LayerInstance> conclusion();

/// The lines of the proof, and wrong Jacobians.
Lines<LayerInstance> lines();

}  // namespace verigrad::dense_input_jacobian
