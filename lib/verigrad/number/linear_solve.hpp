// Square linear systems over every number type, by Gaussian elimination with partial pivoting.
#pragma once

#include "verigrad/number/eigen.hpp"

namespace verigrad {

/// x with H x = c: exact in Rational, enclosed in Interval and Ball. Where an enclosure cannot tell a pivot from 0, the
/// entries that depend on it enclose nothing (the whole line, NaN) and a decision asks for more digits.
/// Throws std::domain_error when H is known to be singular, std::invalid_argument when sizes differ.
template <class T>
Vector<T> linear_solve(Matrix<T> h, Vector<T> c);

/// det H by the same elimination; 0 when H is known to be singular. Throws std::invalid_argument unless H is square.
template <class T>
T determinant(Matrix<T> h);

}  // namespace verigrad
