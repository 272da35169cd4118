// Maximum, absolute value and sign of one number as steps of methods take them: those of number/select.hpp over
// enclosures, and inline over double and float, so that loops over many vectorise.
#pragma once

#include <cmath>
#include <concepts>

#include "verigrad/number/select.hpp"

namespace verigrad {

/// max(a, b); NaN in either place stays NaN.
template <class T>
T maximum(const T& a, const T& b) {
  if constexpr (std::floating_point<T>)
    return ((a < b) | (b != b)) ? b : a;
  else
    return larger<T>(a, b);
}

/// |a|.
template <class T>
T absolute(const T& a) {
  if constexpr (std::floating_point<T>)
    return std::abs(a);
  else
    return magnitude<T>(a);
}

/// What stands for the sign of a: one of three, or the hull of those that an enclosure leaves open.
template <class T>
T by_sign(const T& a, const T& negative, const T& zero, const T& positive) {
  if constexpr (std::floating_point<T>)
    return a > 0 ? positive : a < 0 ? negative : zero;
  else
    return select<T>(a, select<T>(-a, zero, positive), negative);
}

/// −1, 0 or 1.
template <class T>
T signum(const T& a) {
  return by_sign<T>(a, T(-1), T(0), T(1));
}

}  // namespace verigrad
