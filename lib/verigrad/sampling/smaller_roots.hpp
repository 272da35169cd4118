// Places at which the smaller root of 1 − γ(α + βx) + γ²x is compared.
#pragma once

#include "verigrad/sampling/gen.hpp"
#include "verigrad/theorem/inertial_newton/smaller_root.hpp"

namespace verigrad::generate {

/// Two places of the branch, near its ends and far from them, each other and 0; αβ from lowest/64 to highest/64. Where
/// the branch is low or high, αβ ≤ 1.
Gen<smaller_root::Places> places(smaller_root::Branch branch, int lowest, int highest);

}  // namespace verigrad::generate
