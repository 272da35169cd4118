// The curvature step from first-order quantities: Δg ≈ −γ∇²𝒥∇𝒥 along a step of gradient descent, and so the step of
// Barzilai and Borwein; over a finite sum, the same with mini-batches. Thesis, (4.6) to (4.17).
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/claim/unknowns.hpp"
#include "verigrad/theorem/step_tuned/curvature_instance.hpp"
#include "verigrad/theorem/stochastic/batch_instance.hpp"

namespace verigrad::discretised_curvature {

const Statement& statement();

/// (4.8) is γ(θ_{k−1}) of (4.5), exactly: on quadratics.
Form<CurvatureInstance> conclusion();
/// "≃" made a bound: ‖Δg + γ∇²𝒥∇𝒥‖ ≤ ργ²‖∇𝒥‖²/2, squared, and |1/γₖ − 1/γ(θ_{k−1})| ≤ ργ‖∇𝒥‖/2.
Form<CurvatureInstance> remainder();
Form<CurvatureInstance> remainder_attained();
/// With 1/3 for 1/2.
Form<CurvatureInstance> smaller_remainder();
/// ⟨Δθ, Δg⟩ has the sign of the curvature at θ: on quadratics; elsewhere it need not.
Form<CurvatureInstance> same_sign();
/// (4.8) is γ(θ_{k−1}) for all values, where Δg = −γ∇²𝒥∇𝒥.
Form<Unknowns> general_conclusion();

/// The lines and wrong forms, over the whole sum.
Lines<CurvatureInstance> lines();
/// The lines on mini-batches: 𝒥ₙ quadratic, 𝒥 = 1/N Σ 𝒥ₙ.
Lines<BatchInstance> batch_lines();
bool on_batches(const BatchInstance& instance);

}  // namespace verigrad::discretised_curvature
