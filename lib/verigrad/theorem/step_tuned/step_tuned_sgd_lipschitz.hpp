// The rate of Step-Tuned SGD where 𝒥ₙ and ∇𝒥ₙ are Lipschitz on all of ℝᴾ. Thesis, Corollary 4.3.
#pragma once

#include "verigrad/theorem/step_tuned/step_tuned_sgd_rate.hpp"

namespace verigrad::step_tuned_sgd_lipschitz {

using step_tuned_sgd_rate::RateInstance;

const Statement& statement();

/// Those of the theorem, with the constants on ℝᴾ, which are claimed, for boundedness.
bool hypotheses_hold(const RateInstance& instance);

/// The bound of the theorem with the constants on ℝᴾ.
Form<RateInstance> conclusion();

/// The lines of the proof and wrong forms.
Lines<RateInstance> lines();

}  // namespace verigrad::step_tuned_sgd_lipschitz
