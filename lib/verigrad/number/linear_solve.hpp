// Square linear systems and determinants over every number type.
#pragma once

#include "verigrad/number/eigen.hpp"

namespace verigrad {

/// x with H x = c: FLINT's, exact, in Rational; Arb's, enclosed, in Ball and, by balls of 64 bits, in Interval;
/// Eigen's, by LU with partial pivoting, in double. Where balls cannot tell H from a singular matrix, x encloses
/// nothing (the whole line, NaN) and a decision asks for more digits. Throws std::domain_error when H is known to be
/// singular, std::invalid_argument when sizes differ.
template <class T>
Vector<T> linear_solve(const Matrix<T>& h, const Vector<T>& c);

/// det H in the same ways; 0 when balls of points are known to be singular. Throws std::invalid_argument unless H is
/// square.
template <class T>
T determinant(const Matrix<T>& h);

}  // namespace verigrad
