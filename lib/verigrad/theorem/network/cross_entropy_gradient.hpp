// Gradient of the categorical cross-entropy: −(y*ₖ/yₖ)ₖ. MathDNN, Proposition 3.1.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/network/layer_instance.hpp"

namespace verigrad::cross_entropy_gradient {

const Statement& statement();

/// 0 < yₖ, y*ₖ ≥ 0, 0 < |hₖ| ≤ yₖ/2: what the bounds of the conclusion need.
bool hypotheses_hold(const LayerInstance& instance);

/// 0 ≤ ξ(y + h) − ξ(y) − ⟨∇ξ(y), h⟩ ≤ Σ y*ₖ(hₖ/yₖ)², from 0 ≤ u − log(1 + u) ≤ u² for u ≥ −1/2.
Form<LayerInstance> conclusion();

/// The line of the proof, the erratum, and wrong gradients.
Lines<LayerInstance> lines();

}  // namespace verigrad::cross_entropy_gradient
