// Integrals of polynomials of low degree, exactly, over any number type.
#pragma once

#include "verigrad/number/frac.hpp"

namespace verigrad {

/// ∫ f from `from` to `to`, for f that is a polynomial of degree at most 7 between them: the closed Newton–Cotes rule
/// with seven nodes, which has no error there.
template <class T, class F>
T polynomial_integral(const F& f, const T& from, const T& to) {
  constexpr int weights[] = {41, 216, 27, 272, 27, 216, 41};
  const T width = to - from;
  T sum(0);
  for (int i = 0; i < 7; ++i) sum += T(weights[i]) * T(f(T(from + frac<T>(i, 6) * width)));
  return frac<T>(1, 840) * width * sum;
}

}  // namespace verigrad
