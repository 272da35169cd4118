// tanh and eᵗ − 1 over the number types with exp: what the activations of networks are made of.
#pragma once

#include "verigrad/number/eigen.hpp"

namespace verigrad {

/// Whether T has exp and log. Rationals have not; a type built on them says so by a specialisation of its own.
template <class T>
inline constexpr bool has_exp = true;
template <>
inline constexpr bool has_exp<Rational> = false;

/// tanh t, and eᵗ − 1 without cancellation near 0. Over double, Interval and Ball. An Interval is wide enough
/// to contain what the double functions give: they are off by at most 2 units in the last place (GNU C library manual,
/// Known Maximum Errors in Math Functions).
template <class T>
T hyperbolic_tangent(const T& t);
template <class T>
T exp_minus_one(const T& t);

}  // namespace verigrad
