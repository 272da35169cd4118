// Mini-batches without replacement: one pass over the terms, cut into batches. Thesis, 1.3.4.
#pragma once

#include <stdexcept>
#include <string>

#include "verigrad/problem/finite_sum.hpp"

namespace verigrad {

/// `order` cut into batches of `size` consecutive indices; the last one holds the rest. With weights |B|/n, the means
/// over the batches have the mean over all terms; with equal weights only if all batches have one size.
/// Throws std::invalid_argument unless size ≥ 1.
inline std::vector<BatchIndices> mini_batches(const std::vector<int>& order, int size) {
  if (size < 1)
    throw std::invalid_argument("mini_batches: size is " + std::to_string(size) + "; use 1 term a batch or more");
  std::vector<BatchIndices> batches;
  for (std::size_t first = 0; first < order.size(); first += std::size_t(size)) {
    const std::size_t end = std::min(order.size(), first + std::size_t(size));
    batches.emplace_back(order.begin() + std::ptrdiff_t(first), order.begin() + std::ptrdiff_t(end));
  }
  return batches;
}

}  // namespace verigrad
