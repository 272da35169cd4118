// SGD with curvature steps from the difference of two mini-batches' gradients, the text's naive estimate.
// Thesis, (Stochastic-GV) and Algorithm 4.
#pragma once

#include "verigrad/theorem/step_tuned/gradient_variation_run.hpp"

namespace verigrad::stochastic_variation {

const Statement& statement();

/// The shipped θₖ₊₁ and γₖ are those of the printed lines, with the sign of ⟨Gₖ, Δθₖ⟩.
Form<TunedInstance> conclusion();
/// γₖ is that of the exact variation ∇𝒥(θₖ) − ∇𝒥(θₖ₋₁).
Form<TunedInstance> same_as_exact();

/// The printed lines of the algorithm, and wrong forms.
Lines<TunedInstance> lines();

}  // namespace verigrad::stochastic_variation
