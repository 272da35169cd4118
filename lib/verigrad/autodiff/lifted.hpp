// What numbers that carry derivatives have in common: an elementary function gives its value and its partial
// derivatives, and the number, dual or recorded on a tape, does the rest.
#pragma once

#include <concepts>

#include "verigrad/number/elementary.hpp"
#include "verigrad/number/select.hpp"

namespace verigrad {

/// An operand of an elementary function and the partial derivative with respect to it.
template <class V>
struct Part {
  const V* operand;
  typename V::Scalar partial;
};

/// V::lifted(value, parts) is the result of an elementary function of the operands in parts.
template <class V>
concept Lifted = requires(const V& v) {
  typename V::Scalar;
  { v.value() } -> std::convertible_to<const typename V::Scalar&>;
  requires V::carries_derivatives;
};

/// Whether x is 0 for certain, and with it its derivatives. What is multiplied by a certain 0 is left out, even when
/// infinite or NaN: a branch that is not taken has no part in a derivative.
template <class T>
bool is_zero(const T& x) {
  return sign_of(x) == Sign::zero;
}

}  // namespace verigrad
