// The gradient flow of a w²/2 − c w + λ|w|, solved exactly: w′ = −a w + c − λ s, s in the subdifferential of |·| at w.
// Stochastic gradient methods, 5.6.
#pragma once

#include <vector>

#include "verigrad/number/rational.hpp"

namespace verigrad {

/// Time is read off the clock u = e^{−at}, which starts at 1 and in which solutions are piecewise linear.
struct KinkedFlow {
  double a;  ///< not 0
  double c;
  double lambda;  ///< ≥ 0

  /// w = constant + slope · u while the clock goes from `from` to `to`.
  struct Piece {
    Rational from, to, constant, slope;
  };
  /// The solution from w(0) = start, until the clock shows `end`: below 1 where a > 0, above 1 where a < 0. It is
  /// unique; at 0 it stays where |c| ≤ λ. Throws std::invalid_argument when a, λ or end is out of its domain.
  std::vector<Piece> solution(double start, double end) const;
};

}  // namespace verigrad
