// For αβ > 1 the smaller root γ⁻ of 1 − γ(α + βx) + γ²x decreases in x, on x > 0 and on x < 0. Thesis, Lemma 3.13.
#pragma once

#include "verigrad/theorem/inertial_newton/smaller_root.hpp"

namespace verigrad::root_decreases {

const Statement& statement();

/// α, β > 0, αβ > 1, and x < y of one sign, neither 0.
bool hypotheses_hold(const smaller_root::Places& places);

/// The lines of the proof and wrong forms, at two places x < y.
Lines<smaller_root::Places> lines();

}  // namespace verigrad::root_decreases
