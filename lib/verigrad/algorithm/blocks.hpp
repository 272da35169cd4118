// One pass over memory for a step that touches several long vectors: all of a block's lines are computed while it is
// in the first cache.
#pragma once

#include <algorithm>
#include <stdexcept>
#include <string>

#include "verigrad/number/eigen.hpp"

namespace verigrad {

/// Parameters in one block: five vectors of it take 10 kB of doubles.
inline constexpr Eigen::Index block_size = 256;

/// Calls body(part) for each block of 0 … n − 1; part(x) is the block's entries of the vector x, as an array.
template <class Body>
void in_blocks(Eigen::Index n, const Body& body) {
  for (Eigen::Index first = 0; first < n; first += block_size) {
    const Eigen::Index size = std::min(block_size, n - first);
    body([=](auto& x) { return x.segment(first, size).array(); });
  }
}

/// Throws std::invalid_argument when a gradient does not have one entry a parameter.
template <class T>
void require_gradient_of(const Vector<T>& theta, const Vector<T>& gradient) {
  if (gradient.size() != theta.size())
    throw std::invalid_argument("the gradient has " + std::to_string(gradient.size()) + " entries for " +
                                std::to_string(theta.size()) + " parameters; pass one entry a parameter");
}

}  // namespace verigrad
