// √ over every number type: exact in Rational, where only squares have one.
#pragma once

#include <cmath>

#include "verigrad/number/eigen.hpp"

namespace verigrad {

/// Whether a is the square of a rational.
bool is_square(const Rational& a);

/// √a for a ≥ 0. Over Rational it throws std::domain_error when a is no square.
template <class T>
T root(const T& a) {
  using std::sqrt;
  return sqrt(a);
}
/// √a of a square a ≥ 0, exactly; throws std::domain_error for others.
template <>
Rational root(const Rational& a);

/// The roots of an Eigen array, as an expression; vectorised over double.
template <class Array>
auto roots(const Array& a) {
  using T = typename Array::Scalar;
  if constexpr (std::is_same_v<T, double>)
    return a.sqrt();
  else
    return a.unaryExpr([](const T& entry) { return root<T>(entry); });
}

}  // namespace verigrad
