// The hot bodies of number/interval.hpp: they must inline into Eigen's loops.
#pragma once

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

#include "verigrad/number/interval.hpp"

namespace verigrad {
namespace rounding {

// For a result x rounded to nearest, |x|·2⁻⁵² lies in [ulp(x), 2 ulp(x)) while it is normal, and 2⁻¹⁰⁷⁴ covers
// the rest: one subtraction in round-to-nearest then lands at or below the predecessor of x.
/// 2⁻⁵², relative to |x|, and the least double above 0: together they are at least the distance of x to its neighbours.
inline constexpr double relative_step = 0x1p-52;
inline constexpr double smallest_step = 0x1p-1074;

/// At least one unit in the last place of x; x less it, and x with it: bounds of what rounds to x.
inline double step(double x) { return std::abs(x) * relative_step + smallest_step; }
inline double below(double x) { return x - step(x); }
inline double above(double x) { return x + step(x); }

/// The exact rounding error of a + b (Knuth's TwoSum); only its sign is used.
inline double sum_error(double a, double b, double sum) {
  const double b_part = sum - a;
  return (a - (sum - b_part)) + (b - b_part);
}
/// x or 0, by a mask: which of the two is a coin toss in sums, and a mispredicted branch costs more than the sum.
inline double only_if(bool condition, double x) {
  return std::bit_cast<double>(std::bit_cast<std::uint64_t>(x) & (0 - std::uint64_t(condition)));
}
/// A double ≤ a + b.
inline double sum_down(double a, double b) {
  const double sum = a + b;
  return sum - only_if(!(sum_error(a, b, sum) >= 0), step(sum));
}
/// A double ≥ a + b.
inline double sum_up(double a, double b) {
  const double sum = a + b;
  return sum + only_if(!(sum_error(a, b, sum) <= 0), step(sum));
}

}  // namespace rounding

inline Interval& Interval::assign(double lower, double upper) {
  const bool finite = lower > -infinity && upper < infinity;
  lower_ = finite ? lower : -infinity;
  upper_ = finite ? upper : infinity;
  return *this;
}

inline Interval Interval::hull(double lower, double upper) {
  return lower <= upper ? Interval().assign(lower, upper) : whole();
}

inline Interval Interval::point(double x) { return hull(x, x); }

inline Interval& Interval::operator+=(const Interval& other) {
  return assign(rounding::sum_down(lower_, other.lower_), rounding::sum_up(upper_, other.upper_));
}

inline Interval& Interval::operator-=(const Interval& other) {
  return assign(rounding::sum_down(lower_, -other.upper_), rounding::sum_up(upper_, -other.lower_));
}

inline Interval& Interval::operator*=(const Interval& other) {
  if (!is_finite() || !other.is_finite()) return *this = whole();
  if ((lower_ == 0 && upper_ == 0) || (other.lower_ == 0 && other.upper_ == 0)) return *this = Interval();
  const double ll = lower_ * other.lower_;
  const double lu = lower_ * other.upper_;
  const double ul = upper_ * other.lower_;
  const double uu = upper_ * other.upper_;
  return assign(rounding::below(std::min(std::min(ll, lu), std::min(ul, uu))),
                rounding::above(std::max(std::max(ll, lu), std::max(ul, uu))));
}

inline Interval& Interval::operator/=(const Interval& other) {
  const bool divisor_excludes_zero = other.lower_ > 0 || other.upper_ < 0;
  if (!is_finite() || !other.is_finite() || !divisor_excludes_zero) return *this = whole();
  if (lower_ == 0 && upper_ == 0) return *this;
  const double ll = lower_ / other.lower_;
  const double lu = lower_ / other.upper_;
  const double ul = upper_ / other.lower_;
  const double uu = upper_ / other.upper_;
  return assign(rounding::below(std::min(std::min(ll, lu), std::min(ul, uu))),
                rounding::above(std::max(std::max(ll, lu), std::max(ul, uu))));
}

inline Interval square(const Interval& a) {
  const double largest = std::max(std::abs(a.lower()), std::abs(a.upper()));
  const bool reaches_zero = a.lower() <= 0 && a.upper() >= 0;
  const double smallest = reaches_zero ? 0 : std::min(std::abs(a.lower()), std::abs(a.upper()));
  const double upper = largest == 0 ? 0 : rounding::above(largest * largest);
  return Interval::hull(std::max(0.0, rounding::below(smallest * smallest)), upper);
}

inline Interval sqrt(const Interval& a) {
  if (!(a.lower() >= 0) || !a.is_finite()) return Interval::whole();
  const double lower = a.lower() == 0 ? 0 : rounding::below(std::sqrt(a.lower()));
  const double upper = a.upper() == 0 ? 0 : rounding::above(std::sqrt(a.upper()));
  return Interval::hull(lower, upper);
}

inline Interval hull(const Interval& a, const Interval& b) {
  return Interval::hull(std::min(a.lower(), b.lower()), std::max(a.upper(), b.upper()));
}

}  // namespace verigrad
