// 50-digit reals, rounded to nearest: what numbers and decisions are measured against.
#pragma once

#include <boost/multiprecision/mpfr.hpp>

#include "verigrad/number/eigen.hpp"

namespace verigrad {
namespace benches {

using Real50 =
    boost::multiprecision::number<boost::multiprecision::mpfr_float_backend<50, boost::multiprecision::allocate_stack>,
                                  boost::multiprecision::et_off>;

}  // namespace benches

template <>
inline benches::Real50 frac<benches::Real50>(int numerator, int denominator) {
  return benches::Real50(numerator) / benches::Real50(denominator);
}

}  // namespace verigrad

namespace Eigen {

template <>
struct NumTraits<verigrad::benches::Real50> : VerigradTraits<verigrad::benches::Real50> {};

}  // namespace Eigen
