// SGD with curvature steps from the variation of the whole gradient. Thesis, (Exact-GV) and Algorithm 5.
#pragma once

#include "verigrad/theorem/step_tuned/gradient_variation_run.hpp"

namespace verigrad::exact_variation {

const Statement& statement();

/// The shipped θₖ₊₁ and γₖ are those of the printed lines, with the sign of ⟨Gₖ, Δθₖ⟩.
Form<TunedInstance> conclusion();

/// The printed lines of the algorithm, and wrong forms.
Lines<TunedInstance> lines();

}  // namespace verigrad::exact_variation
