#include "verigrad/number/sign.hpp"

namespace verigrad {
namespace {

Sign from_bounds(bool below_zero, bool above_zero, bool at_most_zero, bool at_least_zero) {
  if (above_zero) return Sign::positive;
  if (below_zero) return Sign::negative;
  if (at_most_zero && at_least_zero) return Sign::zero;
  if (at_least_zero) return Sign::nonnegative;
  if (at_most_zero) return Sign::nonpositive;
  return Sign::unknown;
}

template <class T>
Sign of_point(const T& x) {
  const T zero(0);
  return from_bounds(x < zero, zero < x, x <= zero, zero <= x);
}

}  // namespace

Sign sign_of(double x) { return of_point(x); }

Sign sign_of(const Interval& x) { return from_bounds(x.upper() < 0, x.lower() > 0, x.upper() <= 0, x.lower() >= 0); }

Sign sign_of(const Ball& x) {
  if (!x.is_finite()) return Sign::unknown;
  return from_bounds(arb_is_negative(x.arb()), arb_is_positive(x.arb()), arb_is_nonpositive(x.arb()),
                     arb_is_nonnegative(x.arb()));
}

Sign sign_of(const Rational& x) { return of_point(x); }

}  // namespace verigrad
