// Branches over any number type. Where an enclosure cannot tell which branch is taken, the result is the hull of
// what both can give, so containment is kept and the decision may ask for more digits.
#pragma once

#include "verigrad/number/sign.hpp"

namespace verigrad {

/// The union of both values; of exact types it is never asked for, because their signs are always known.
inline double hull(double, double) { return std::numeric_limits<double>::quiet_NaN(); }
inline Rational hull(const Rational& a, const Rational&) { return a; }

/// if_nonnegative when condition ≥ 0, if_negative when condition < 0, the hull of both when that is open.
template <class T>
T select(const T& condition, const T& if_nonnegative, const T& if_negative) {
  switch (sign_of(condition)) {
    case Sign::positive:
    case Sign::zero:
    case Sign::nonnegative: return if_nonnegative;
    case Sign::negative: return if_negative;
    case Sign::nonpositive:
    case Sign::unknown: break;
  }
  return hull(if_nonnegative, if_negative);
}

/// max(a, b) and min(a, b).
template <class T>
T larger(const T& a, const T& b);
template <class T>
T smaller(const T& a, const T& b);
/// |a|.
template <class T>
T magnitude(const T& a);
/// a restricted to [−bound, bound], for bound ≥ 0: the derivative of Huber's function.
template <class T>
T clamp(const T& a, const T& bound) {
  return larger<T>(-bound, smaller<T>(a, bound));
}

}  // namespace verigrad
