#include "verigrad/flow/kinked_flow.hpp"

#include <cmath>
#include <stdexcept>

#include <fmt/format.h>

namespace verigrad {
namespace {

void require(bool met, const char* field, double value, const char* remedy) {
  if (!met) throw std::invalid_argument(fmt::format("KinkedFlow: {} = {}; {}", field, value, remedy));
}

/// Where the flow goes from 0: −1, 0 or 1.
int side_after_zero(const KinkedFlow& flow) {
  if (std::abs(flow.c) <= flow.lambda) return 0;
  return flow.c > 0 ? 1 : -1;
}

/// From w at clock u, on the given side of 0; at rest there if the side is 0.
KinkedFlow::Piece piece(const KinkedFlow& flow, int side, const Rational& u, const Rational& w, double end) {
  if (side == 0) return {u, end, 0, 0};
  const Rational constant = (Rational(flow.c) - side * Rational(flow.lambda)) / Rational(flow.a);
  return {u, end, constant, (w - constant) / u};
}

}  // namespace

std::vector<KinkedFlow::Piece> KinkedFlow::solution(double start, double end) const {
  require(std::isfinite(a) && a != 0, "a", a, "give a finite number that is not 0");
  require(std::isfinite(lambda) && lambda >= 0, "lambda", lambda, "give a finite number that is at least 0");
  require(a > 0 ? end > 0 && end < 1 : std::isfinite(end) && end > 1, "end", end,
          "give a clock in (0, 1) for a > 0, above 1 for a < 0");
  const int side = start > 0 ? 1 : start < 0 ? -1 : side_after_zero(*this);
  std::vector<Piece> pieces{piece(*this, side, 1, start, end)};
  Piece& first = pieces.front();
  if (start == 0 || first.slope == 0) return pieces;
  const Rational zero = -first.constant / first.slope;
  if (a > 0 ? zero <= end || zero >= 1 : zero >= end || zero <= 1) return pieces;
  first.to = zero;
  pieces.push_back(piece(*this, side_after_zero(*this), zero, 0, end));
  return pieces;
}

}  // namespace verigrad
