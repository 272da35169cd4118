// Splitting over batches with exact flows: one epoch follows the gradient flow of each batch in turn.
// Stochastic gradient methods (5.29), from Z¹(0) = Wₖ; it prints Z⁰(1) = Wₖ. Its discrete form:
// algorithm/batch_splitting.hpp.
#pragma once

#include <vector>

#include "verigrad/flow/affine_flow.hpp"

namespace verigrad {

/// Wₖ₊₁ = Zᵖ(Δt), where Zʳ′ = −∇Jʳ(Zʳ), Zʳ(0) = Zʳ⁻¹(Δt), Z⁰(Δt) = Wₖ, for batches r = 1 … p.
struct BatchFlow {
  double dt;  ///< Δt > 0, the time that each batch's flow is followed

  /// Z⁰ = w and Zʳ(Δt), r = 1 … p, of the batches' flows in this order; the last is the iterate after w.
  std::vector<Matrix<Number>> epoch(const Matrix<Number>& w, const std::vector<AffineFlow>& batches) const;
};

}  // namespace verigrad
