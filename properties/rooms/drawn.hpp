// Instances for tests of the library: drawn from a generator, the same on every run.
#pragma once

#include <cstdint>
#include <vector>

#include "verigrad/sampling/gen.hpp"

namespace verigrad {

template <class T>
std::vector<T> drawn(const Gen<T>& generator, int count, std::uint64_t seed = 1) {
  std::vector<T> result;
  Choices choices = Choices::drawn(seed);
  for (int i = 0; i < count; ++i) result.push_back(generator(choices));
  return result;
}

}  // namespace verigrad
