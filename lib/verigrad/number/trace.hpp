// How a formula was built, before any algebra: whether two were built alike, and of which unknowns.
#pragma once

#include <string>
#include <vector>

#include "verigrad/number/symbolic.hpp"

namespace verigrad {

/// Whether a and b are the same operations on the same unknowns in the same order: x + y and x + y are, y + x is not.
bool built_alike(const Symbolic& a, const Symbolic& b);

/// An unknown number with what is assumed of its sign, or an unknown vector.
struct TracedUnknown {
  std::string name;
  Sign assumed = Sign::unknown;
  bool is_vector = false;
};

/// The unknowns of which the formulas were built, those that cancel among them, each once in the order of their making.
std::vector<TracedUnknown> unknowns_in(const std::vector<Symbolic>& formulas);

}  // namespace verigrad
