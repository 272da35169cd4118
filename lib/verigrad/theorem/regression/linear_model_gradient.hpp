// The gradient of a linear model's loss: fᵢ(x) = ℓ(⟨aᵢ, x⟩, yᵢ), ∇fᵢ(x) = ℓ′(⟨aᵢ, x⟩, yᵢ) aᵢ.
// Mathematical Foundations of Data Sciences, (14.13).
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/problem/linear_model_loss.hpp"

namespace verigrad::linear_model_gradient {

const Statement& statement();

/// One term of a linear model at x, and an increment ε.
struct ModelInstance {
  LinearModelLoss loss;
  Vector<double> a;
  double y;
  Vector<double> x;
  Vector<double> direction;
  double t;  ///< ε = t · direction

  bool rational() const { return loss != LinearModelLoss::logistic; }
  std::string describe() const;
};

/// a, x and the direction have as many entries; for the logistic loss also y ≠ 0 and ⟨a, ε⟩ ≠ 0, without which both
/// sides are equal.
bool hypotheses_hold(const ModelInstance& instance);

/// |fᵢ(x + ε) − fᵢ(x) − ⟨∇fᵢ(x), ε⟩| ≤ ½ M⟨aᵢ, ε⟩², M ≥ |ℓ″| on the way: of order ‖ε‖², so o(‖ε‖).
Form<ModelInstance> conclusion();
/// Equality, for the squared loss.
Form<ModelInstance> attained();

/// The lines of the expansion; in place of the false one the linear part with ε, and a remainder of order ‖ε‖² along
/// ε, ε/2, ε/4, ε/8; wrong gradients.
Lines<ModelInstance> lines();

}  // namespace verigrad::linear_model_gradient
