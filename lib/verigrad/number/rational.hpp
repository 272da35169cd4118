// Exact rational numbers: Boost.Multiprecision over GMP, expression templates off so that Eigen can hold them.
#pragma once

#include <boost/multiprecision/gmp.hpp>

namespace verigrad {

/// A fraction of whole numbers of any size, in lowest terms: GMP's mpq.
using Rational = boost::multiprecision::number<boost::multiprecision::gmp_rational, boost::multiprecision::et_off>;

/// a².
inline Rational square(const Rational& a) { return a * a; }

}  // namespace verigrad
