// Forms that one part of the statement makes and another lists.
#pragma once

#include "verigrad/theorem/stochastic/minibatch_gradient_descent.hpp"

namespace verigrad::minibatch_gradient_descent {

/// W⁽ᵏ⁾ ∈ ℳ(mₖ₊₁, mₖ) and b⁽ᵏ⁾ ∈ ℝ^mₖ₊₁, where there is an mₖ₊₁.
Form<TrainingInstance> printed_shapes();
/// W⁽ᵏ⁾ ∈ ℳ(mₖ, mₖ₋₁) and b⁽ᵏ⁾ ∈ ℝ^mₖ, and no parameter besides.
Form<TrainingInstance> own_shapes();

}  // namespace verigrad::minibatch_gradient_descent
