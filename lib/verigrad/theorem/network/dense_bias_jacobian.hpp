// Jacobian of the dense layer in its bias: the identity. MathDNN, Proposition 4.3.
#pragma once

#include "verigrad/claim/form.hpp"
#include "verigrad/claim/statement.hpp"
#include "verigrad/theorem/network/layer_instance.hpp"

namespace verigrad::dense_bias_jacobian {

const Statement& statement();

/// The entries of (10), and 𝕃(y, W, b + h) = 𝕃(y, W, b) + h Jᵀ, for h of m entries.
Form<LayerInstance> conclusion();
Forms<LayerInstance> steps();
Forms<LayerInstance> errata();
Forms<LayerInstance> corrected();
/// Wrong forms of the conclusion that every check of it must reject.
Forms<LayerInstance> planted();

}  // namespace verigrad::dense_bias_jacobian
