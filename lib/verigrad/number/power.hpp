// Powers with an integer exponent.
#pragma once

#include <cstdlib>

namespace verigrad {

/// xⁿ, which is 1/x⁻ⁿ for n < 0, by |n| products: the exponents of proofs are small.
template <class T>
T power(const T& x, int n) {
  T result(1);
  for (int k = 0; k < std::abs(n); ++k) result *= x;
  return n < 0 ? T(T(1) / result) : result;
}

}  // namespace verigrad
