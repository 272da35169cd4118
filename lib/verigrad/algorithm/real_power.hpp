// Powers with any real exponent, over every number type.
#pragma once

#include <cmath>
#include <concepts>
#include <limits>
#include <stdexcept>

#include "verigrad/number/eigen.hpp"
#include "verigrad/number/power.hpp"

namespace verigrad {

/// aᵖ = e^{p log a} for a > 0. Over Rational only for a = 1 or a small integer p; else it throws std::domain_error.
template <class T>
T real_power(const T& a, const T& p) {
  using std::exp, std::log, std::pow;
  if constexpr (std::floating_point<T>)
    return pow(a, p);
  else
    return exp(T(p * log(a)));
}
/// aᵖ for whole p, or a = 1. Throws std::domain_error for other p, and for those that no int holds.
template <>
inline Rational real_power(const Rational& a, const Rational& p) {
  if (a == 1) return a;
  if (denominator(p) != 1 || abs(p) > std::numeric_limits<int>::max())
    throw std::domain_error("real_power: " + a.str() + " to the power of " + p.str() + " is no fraction; use balls");
  return power(a, static_cast<int>(numerator(p)));
}

}  // namespace verigrad
