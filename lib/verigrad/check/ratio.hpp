// What is reported of a bound that no instance attains: the largest ratio of its sides that was found.
#pragma once

#include "verigrad/evidence/check.hpp"

namespace verigrad {

/// The same check; where an inequality lhs ≤ rhs with rhs > 0 was decided, its note says the largest lhs/rhs, and for
/// which claim and instance.
Check noting_largest_ratio(const Check& check);

}  // namespace verigrad
