// Jacobian of the dense layer in its weight row i*: y in row i*, 0 elsewhere. MathDNN, Proposition 4.2.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/network/layer_instance.hpp"

namespace verigrad::dense_weight_jacobian {

const Statement& statement();

/// The entries of (9), and 𝕃(y, …, w + h, …, b) = 𝕃(y, …, w, …, b) + h Jᵀ.
Form<LayerInstance> conclusion();

/// The lines of the proof, and wrong Jacobians.
Lines<LayerInstance> lines();

}  // namespace verigrad::dense_weight_jacobian
