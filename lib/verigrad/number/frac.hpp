// Exact constants and exact data over any number type: `frac<T>(1, 10)`, never `0.1`.
#pragma once

#include "verigrad/number/ball.hpp"
#include "verigrad/number/interval.hpp"
#include "verigrad/number/number.hpp"
#include "verigrad/number/rational.hpp"

namespace verigrad {

/// numerator / denominator in T: exact where T can hold it, an enclosure in Interval and Ball, the nearest value
/// in double. Throws std::domain_error when denominator is 0.
template <class T>
T frac(int numerator, int denominator);

/// The double x, without rounding, in T. Throws std::domain_error when x is not finite.
template <class T>
T exact(double x);

/// The rational x in T: exact where T can hold it, an enclosure in Interval and Ball, the nearest value in double.
template <class T>
T enclose(const Rational& x);

template <>
Number frac<Number>(int numerator, int denominator);
template <>
Number exact<Number>(double x);
template <>
Number enclose<Number>(const Rational& x);

/// As above over Number: what formulas write.
inline Number frac(int numerator, int denominator) { return frac<Number>(numerator, denominator); }
inline Number exact(double x) { return exact<Number>(x); }
inline Number enclose(const Rational& x) { return enclose<Number>(x); }

/// A double near x, for plots, tables and starting points; never a bound.
double approximate(double x);
double approximate(const Interval& x);
double approximate(const Ball& x);
double approximate(const Rational& x);
double approximate(const Number& x);

/// The smallest double ≥ x, and the largest double ≤ x.
double round_up(const Rational& x);
double round_down(const Rational& x);

/// x², rounded.
inline double square(double x) { return x * x; }

}  // namespace verigrad
