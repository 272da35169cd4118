// Instances for tests of the library: drawn from a generator, the same on every run.
#pragma once

#include <cstdint>
#include <vector>

#include <rapidcheck.h>

namespace verigrad {

template <class T>
std::vector<T> drawn(const rc::Gen<T>& generator, int count, std::uint64_t seed = 1) {
  std::vector<T> result;
  rc::Random random(seed);
  for (int i = 0; i < count; ++i) result.push_back(generator(random.split(), rc::kNominalSize).value());
  return result;
}

}  // namespace verigrad
