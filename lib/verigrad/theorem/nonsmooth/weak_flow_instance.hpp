// What statements about weak solutions speak of: W′ = −∇(J₁ + J₂)(W) with J₁(W) = Σ (a Wⱼ²/2 − cⱼ Wⱼ) and
// J₂(W) = Σ λⱼ|Wⱼ|, solved exactly in the clock u = e^{−at}. Stochastic gradient methods, 5.6.
#pragma once

#include <string>
#include <vector>

#include "verigrad/claim/lines.hpp"
#include "verigrad/flow/kinked_flow.hpp"
#include "verigrad/number/polynomial_integral.hpp"
#include "verigrad/number/select.hpp"

namespace verigrad {

/// a ≠ 0; c, λ ≥ 0 and the start W₀ have one dimension; the clock runs from 1 to `end`, see KinkedFlow.
struct WeakFlowInstance {
  double a;
  Vector<double> c, lambda, w0;
  double end;

  std::string describe() const;
  std::vector<KinkedFlow::Piece> coordinate(Eigen::Index j, double start) const {
    return KinkedFlow{a, c[j], lambda[j]}.solution(start, end);
  }
};

/// KinkedFlow::Piece over T.
struct ClockPiece {
  explicit ClockPiece(const KinkedFlow::Piece& piece)
      : from(enclose(piece.from)),
        to(enclose(piece.to)),
        constant(enclose(piece.constant)),
        slope(enclose(piece.slope)) {}
  Number at(const Number& u) const { return constant + slope * u; }

  Number from, to, constant, slope;
};

/// The test function φ = u (u − e)² (p + q u)² of the clock u, with e the clock's end: not negative, 0 from there on,
/// with a continuous derivative.
struct ClockTest {
  Number end, p, q;

  Number value(const Number& u) const { return u * over_clock(u); }
  Number over_clock(const Number& u) const { return square((u - end) * (p + q * u)); }
  /// dφ/du.
  Number derivative(const Number& u) const {
    const Number root = (u - end) * (p + q * u);
    return square(root) + 2 * u * root * (p + q * u + q * (u - end));
  }
};

}  // namespace verigrad
