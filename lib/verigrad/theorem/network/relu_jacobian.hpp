// Jacobian of ReLU: diag 𝟙(zᵢ > 0), which is 0 at 0 by assumption. MathDNN, Proposition 2.1.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/network/layer_instance.hpp"

namespace verigrad::relu_jacobian {

const Statement& statement();

/// h crosses no kink; at zⱼ = 0 the text assumes a derivative (Assumption 1) that does not exist.
bool hypotheses_hold(const LayerInstance& instance);

/// The entries of (5), and ℛ(z + h) = ℛ(z) + h Jᵀ.
Form<LayerInstance> conclusion();
/// ℛ(z + h) ≥ ℛ(z) + h Jᵀ for every h: (5) is a subgradient, also at 0.
Form<LayerInstance> subgradient();

/// By automatic differentiation, forward and reverse: 𝟙(zᵢ > 0) at z, and over what encloses z and z + h the values and
/// derivatives at both of ℛ(ℛ(t)) and of |t|, by cases.
Form<LayerInstance> enclosed();

/// The line of the proof, the erratum, and wrong Jacobians.
Lines<LayerInstance> lines();

}  // namespace verigrad::relu_jacobian
