// Three-valued questions about numbers that may be enclosures: the only comparisons there are.
#pragma once

#include "verigrad/number/certainty.hpp"
#include "verigrad/number/eigen.hpp"

namespace verigrad {

/// The sign of x as far as the enclosure settles it; of a double, the sign of the double itself (NaN: unknown).
Sign sign_of(double x);
Sign sign_of(const Interval& x);
Sign sign_of(const Ball& x);
Sign sign_of(const Rational& x);
Sign sign_of(const Number& x);

/// True only if a < b for every choice from the enclosures.
template <class T>
bool certainly_less(const T& a, const T& b) {
  return sign_of(b - a) == Sign::positive;
}
/// False only if a ≥ b for every choice from the enclosures.
template <class T>
bool possibly_less(const T& a, const T& b) {
  const Sign sign = sign_of(b - a);
  return sign == Sign::positive || sign == Sign::unknown || sign == Sign::nonnegative;
}
/// True only if a ≤ b for every choice from the enclosures.
template <class T>
bool certainly_at_most(const T& a, const T& b) {
  const Sign sign = sign_of(b - a);
  return sign == Sign::positive || sign == Sign::zero || sign == Sign::nonnegative;
}

/// Whether every entry is 0 for certain.
bool vanishes(const Matrix<Number>& a);

}  // namespace verigrad
