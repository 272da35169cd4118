// From a solver's doubles to exact rationals.
#pragma once

#include "verigrad/rate/solver.hpp"

namespace verigrad::rate {

/// The multipliers as multiples of a power of ½, with the largest ones changed so that values of f cancel exactly.
/// Empty when these cannot.
std::optional<UpperBound> rounded_upper_bound(const Program& program, const Vector<double>& multipliers,
                                              const Setting& setting);

/// The function with inner products and values as multiples of a power of ½, shrunk so that it starts within the bound.
LowerBound rounded_lower_bound(const Program& program, const Approximation& answer, const Certificate& certificate);

}  // namespace verigrad::rate
