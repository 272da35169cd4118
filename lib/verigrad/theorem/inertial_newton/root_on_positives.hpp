// For αβ ≤ 1 the smaller root γ⁻ of 1 − γ(α + βx) + γ²x increases in x on (0, x⁻) and decreases on (x⁺, ∞), where x∓
// are the ends of the interval without real roots. Thesis, Lemma 3.15.
#pragma once

#include "verigrad/theorem/inertial_newton/smaller_root.hpp"

namespace verigrad::root_on_positives {

const Statement& statement();

/// α, β > 0, αβ < 1, and 0 < x < y < x⁻.
bool below(const smaller_root::Places& places);
/// α, β > 0, αβ ≤ 1, and x⁺ < x < y.
bool beyond(const smaller_root::Places& places);

/// The lines of the proof and wrong forms, at two places x < y below x⁻, and beyond x⁺.
Lines<smaller_root::Places> lines_below();
Lines<smaller_root::Places> lines_beyond();
/// h(x⁺) as printed, all α, β.
Lines<Unknowns> general_lines();

}  // namespace verigrad::root_on_positives
