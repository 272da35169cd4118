// SGD with curvature steps from the expected variation of a mini-batch's gradient along its own step.
// Thesis, (Expected-GV) and Algorithm 6.
#pragma once

#include "verigrad/theorem/step_tuned/gradient_variation_run.hpp"

namespace verigrad::expected_variation {

const Statement& statement();

/// The shipped θₖ₊₁ and γₖ are those of the printed lines, with the sign of ⟨Gₖ, Δθₖ⟩ and k^{1/2 + δ}
/// in Gₖ.
Form<TunedInstance> conclusion();
/// γₖ is that of the exact variation ∇𝒥(θₖ) − ∇𝒥(θₖ₋₁).
Form<TunedInstance> same_as_exact();

/// The printed lines of the algorithm, and wrong forms.
Lines<TunedInstance> lines();

}  // namespace verigrad::expected_variation
