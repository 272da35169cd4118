// Mini-batches of a finite sum at one point, with every batch and every partition into batches enumerated.
#pragma once

#include "verigrad/problem/finite_sum.hpp"

namespace verigrad {

/// A finite sum at θ, and the size of its batches.
struct BatchInstance {
  FiniteSum f;
  Vector<double> theta;
  int b;  ///< batch size, from 1 to the number of terms

  bool rational() const { return f.rational(); }
  std::string describe() const;
};

/// 1 ≤ b ≤ n, and theta has the dimension of f.
bool sizes_fit(const BatchInstance& instance);

/// All sets of b of the indices 0 … n − 1, ascending. Throws std::invalid_argument unless 1 ≤ b ≤ n.
std::vector<BatchIndices> all_batches(int n, int b);

/// All ways to draw without replacement ⌈n/b⌉ batches of size b, the last one smaller when b does not divide n; the
/// order of the batches counts, that within a batch does not. Throws std::invalid_argument unless 1 ≤ b ≤ n.
std::vector<std::vector<BatchIndices>> all_partitions(int n, int b);

}  // namespace verigrad
