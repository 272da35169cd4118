// For αβ ≤ 1 the smaller root γ⁻ of 1 − γ(α + βx) + γ²x increases in x < 0. Thesis, Lemma 3.14.
#pragma once

#include "verigrad/theorem/inertial_newton/smaller_root.hpp"

namespace verigrad::root_on_negatives {

const Statement& statement();

/// α, β > 0, αβ < 1, and x < y < 0. At αβ = 1, γ⁻ is constant.
bool hypotheses_hold(const smaller_root::Places& places);

/// h″ is 0 at αβ = 1.
Lines<smaller_root::Places> lines();

}  // namespace verigrad::root_on_negatives
