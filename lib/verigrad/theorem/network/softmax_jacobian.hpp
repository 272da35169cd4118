// Jacobian of softmax: 𝒮ᵢ(δᵢⱼ − 𝒮ⱼ). MathDNN, Proposition 2.2.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/network/layer_instance.hpp"

namespace verigrad::softmax_jacobian {

const Statement& statement();

/// |𝒮ᵢ(z + h) − 𝒮ᵢ(z) − (h Jᵀ)ᵢ| ≤ (max h − min h)²/8: (hᵀ∇²𝒮ᵢ h)/2 is 𝒮ᵢ((hᵢ − h̄)² − V)/2 with the mean h̄ and the
/// variance V ≤ (max h − min h)²/4 of h under 𝒮.
Form<LayerInstance> conclusion();
/// 0 < 𝒮ₖ < 1, for m ≥ 2.
Form<LayerInstance> open_range();

/// The displayed equalities of the proof, for eᶻ or for rationals in its place; the errata; wrong Jacobians.
Lines<LayerInstance> lines();

}  // namespace verigrad::softmax_jacobian
