// 50-digit reals for reference trajectories and plots: rounded to nearest, never a verdict.
#pragma once

#include <boost/multiprecision/mpfr.hpp>

namespace verigrad {

using Real50 =
    boost::multiprecision::number<boost::multiprecision::mpfr_float_backend<50, boost::multiprecision::allocate_stack>,
                                  boost::multiprecision::et_off>;

inline Real50 square(const Real50& a) { return a * a; }

}  // namespace verigrad
