// Counts allocations, for tests that a step makes none.
#pragma once

namespace verigrad {

/// Calls of malloc so far; always 0 under the address sanitizer.
long allocations();

}  // namespace verigrad
