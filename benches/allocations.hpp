// Counts the allocations of a benchmark: include it in one file of a program. Eigen allocates by malloc, which nothing
// replaces portably: glibc's own is behind __libc_malloc. The address sanitizer replaces malloc itself.
#pragma once

#include <cstddef>

namespace verigrad::benches {
/// Calls of malloc so far.
inline long allocations = 0;
}  // namespace verigrad::benches

#ifndef __SANITIZE_ADDRESS__
extern "C" void* __libc_malloc(std::size_t size);
extern "C" void* malloc(std::size_t size) {
  ++verigrad::benches::allocations;
  return __libc_malloc(size);
}
#endif
