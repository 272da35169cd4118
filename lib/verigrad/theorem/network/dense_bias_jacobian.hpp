// Jacobian of the dense layer in its bias: the identity. MathDNN, Proposition 4.3.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/network/layer_instance.hpp"

namespace verigrad::dense_bias_jacobian {

const Statement& statement();

/// The entries of (10), and 𝕃(y, W, b + h) = 𝕃(y, W, b) + h Jᵀ, for h of m entries.
Form<LayerInstance> conclusion();

/// The lines of the proof, the erratum, and wrong Jacobians.
Lines<LayerInstance> lines();

}  // namespace verigrad::dense_bias_jacobian
