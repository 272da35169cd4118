// Exact solutions of W' = −A W + B, enclosed in balls, A singular or not: the gradient flow of every least-squares
// cost. Stochastic gradient methods, proof of Theorem 5.3.1.
#pragma once

#include "verigrad/number/eigen.hpp"

namespace verigrad {

/// Contains e^M entry by entry, by Arb's matrix exponential at the working precision; M = 0 gives exactly I.
/// Throws std::invalid_argument unless M is square, std::logic_error unless its numbers are balls.
Matrix<Number> matrix_exponential(const Matrix<Number>& m);

/// W' = −A W + B with A (m × m), B and W (m × n): n independent systems, one a column.
struct AffineFlow {
  Matrix<Number> a;
  Matrix<Number> b;

  /// W(t) from W(0) = start, t of any sign, all of them balls: the upper rows of exp [−tA tB; 0 0] applied to [start;
  /// I]. A is never inverted. Throws std::invalid_argument when shapes differ.
  Matrix<Number> at(const Number& t, const Matrix<Number>& start) const;
};

}  // namespace verigrad
