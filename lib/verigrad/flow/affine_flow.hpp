// Exact solutions of W' = −A W + B over balls, A singular or not: the gradient flow of every least-squares cost.
// Stochastic gradient methods, proof of Theorem 5.3.1.
#pragma once

#include "verigrad/number/eigen.hpp"

namespace verigrad {

/// Contains e^M entry by entry, by Arb's matrix exponential at the working precision; M = 0 gives exactly I.
/// Throws std::invalid_argument unless M is square.
Matrix<Ball> matrix_exponential(const Matrix<Ball>& m);

/// W' = −A W + B with A (m × m), B and W (m × n): n independent systems, one a column.
struct AffineFlow {
  Matrix<Ball> a;
  Matrix<Ball> b;

  /// W(t) from W(0) = start, t of any sign: the upper rows of exp [−tA tB; 0 0] applied to [start; I]. A is never
  /// inverted. Throws std::invalid_argument when shapes differ.
  Matrix<Ball> at(const Ball& t, const Matrix<Ball>& start) const;
};

}  // namespace verigrad
