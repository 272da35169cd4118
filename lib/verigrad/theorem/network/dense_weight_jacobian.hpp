// Jacobian of the dense layer in its weight row i*: y in row i*, 0 elsewhere. MathDNN, Proposition 4.2.
#pragma once

#include "verigrad/claim/form.hpp"
#include "verigrad/claim/statement.hpp"
#include "verigrad/theorem/network/layer_instance.hpp"

namespace verigrad::dense_weight_jacobian {

const Statement& statement();

/// The entries of (9), and 𝕃(y, …, w + h, …, b) = 𝕃(y, …, w, …, b) + h Jᵀ.
Form<LayerInstance> conclusion();
Forms<LayerInstance> steps();

/// Wrong forms of the conclusion that every check of it must reject.
Forms<LayerInstance> planted();

}  // namespace verigrad::dense_weight_jacobian
