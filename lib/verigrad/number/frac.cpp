#include "verigrad/number/frac.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <stdexcept>

#include <flint/fmpq.h>
#include <fmt/format.h>

namespace verigrad {
namespace {

void require_nonzero(int numerator, int denominator) {
  if (denominator == 0) throw std::domain_error(fmt::format("frac: {} / 0; the denominator must not be 0", numerator));
}

void require_finite(double x) {
  if (!std::isfinite(x)) throw std::domain_error(fmt::format("exact: {} is not finite", x));
}

enum class Direction { down, up };

/// x rounded to a double in the given direction.
double rounded(const Rational& x, Direction direction) {
  fmpq_t exact_value;
  arf_t numerator, denominator, value;
  fmpq_init(exact_value);
  arf_init(numerator);
  arf_init(denominator);
  arf_init(value);
  fmpq_set_mpq(exact_value, x.backend().data());
  arf_set_fmpz(numerator, fmpq_numref(exact_value));
  arf_set_fmpz(denominator, fmpq_denref(exact_value));
  const arf_rnd_t mode = direction == Direction::down ? ARF_RND_FLOOR : ARF_RND_CEIL;
  arf_div(value, numerator, denominator, 64, mode);
  const double result = arf_get_d(value, mode);
  arf_clear(value);
  arf_clear(denominator);
  arf_clear(numerator);
  fmpq_clear(exact_value);
  return result;
}

/// The double nearest to x, the even one of two; GMP's own conversion truncates.
double nearest(const Rational& x) {
  const double below = rounded(x, Direction::down), above = rounded(x, Direction::up);
  if (!std::isfinite(above)) return below;
  if (!std::isfinite(below)) return above;
  const Rational to_below = x - Rational(below), to_above = Rational(above) - x;
  if (to_below == to_above) return std::bit_cast<std::uint64_t>(below) % 2 == 0 ? below : above;
  return to_below < to_above ? below : above;
}

}  // namespace

double round_up(const Rational& x) { return rounded(x, Direction::up); }
double round_down(const Rational& x) { return rounded(x, Direction::down); }

template <>
Rational enclose<Rational>(const Rational& x) {
  return x;
}
template <>
Interval enclose<Interval>(const Rational& x) {
  return Interval::hull(round_down(x), round_up(x));
}
template <>
Ball enclose<Ball>(const Rational& x) {
  Ball result;
  fmpq_t exact_value;
  fmpq_init(exact_value);
  fmpq_set_mpq(exact_value, x.backend().data());
  arb_set_fmpq(result.arb(), exact_value, Ball::precision());
  fmpq_clear(exact_value);
  return result;
}
template <>
double enclose<double>(const Rational& x) {
  return nearest(x);
}

template <>
Rational frac<Rational>(int numerator, int denominator) {
  require_nonzero(numerator, denominator);
  return Rational(numerator) / denominator;
}
template <>
Interval frac<Interval>(int numerator, int denominator) {
  require_nonzero(numerator, denominator);
  const double quotient = double(numerator) / double(denominator);
  const bool power_of_two = std::has_single_bit(std::uint64_t(std::abs(std::int64_t(denominator))));
  const bool whole_number = std::int64_t(numerator) % denominator == 0;
  return power_of_two || whole_number ? Interval::point(quotient)
                                      : Interval::hull(rounding::below(quotient), rounding::above(quotient));
}
template <>
Ball frac<Ball>(int numerator, int denominator) {
  require_nonzero(numerator, denominator);
  return Ball(numerator) / Ball(denominator);
}
template <>
double frac<double>(int numerator, int denominator) {
  require_nonzero(numerator, denominator);
  return double(numerator) / double(denominator);
}

template <>
double exact<double>(double x) {
  require_finite(x);
  return x;
}
template <>
Interval exact<Interval>(double x) {
  require_finite(x);
  return Interval::point(x);
}
template <>
Ball exact<Ball>(double x) {
  require_finite(x);
  return Ball::point(x);
}
template <>
Rational exact<Rational>(double x) {
  require_finite(x);
  return Rational(x);
}

double approximate(double x) { return x; }
double approximate(const Interval& x) {
  return x.is_finite() ? std::midpoint(x.lower(), x.upper()) : std::numeric_limits<double>::quiet_NaN();
}
double approximate(const Ball& x) { return arf_get_d(arb_midref(x.arb()), ARF_RND_NEAR); }
double approximate(const Rational& x) { return x.convert_to<double>(); }

}  // namespace verigrad
