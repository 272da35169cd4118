// The start-up test of double arithmetic: what every enclosure of this library rests on.
#pragma once

#ifdef __FAST_MATH__
#error "verigrad needs IEEE double arithmetic: compile without -ffast-math and -Ofast"
#endif

namespace verigrad {

/// Tests on half-ulp cases that + − × ÷ √ round to nearest with ties to even, that a·b − c·d is not contracted into a
/// fused operation, and that subnormal numbers are neither flushed nor read as 0. To be called first in every main().
/// Throws std::runtime_error naming what is wrong and the remedy.
void require_sound_arithmetic();

}  // namespace verigrad
