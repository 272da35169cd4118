// Closed intervals with double endpoints: + − × ÷ √ rounded outward from round-to-nearest results,
// exp and log from Arb. No global rounding mode is read or set.
#pragma once

#include <iosfwd>
#include <limits>

namespace verigrad {

/// The set {x : lower ≤ x ≤ upper}. Either both endpoints are finite, or the interval is the whole line,
/// which is also what an invalid operation (0/0, √ of a negative number, NaN) yields: it decides nothing.
/// Every operation contains the exact result for all choices of its operands. Comparisons of order do not
/// exist; see number/sign.hpp.
class Interval {
public:
  constexpr Interval() = default;
  constexpr explicit Interval(int point) : lower_(point), upper_(point) {}

  /// The point {x}; the whole line when x is not finite.
  static Interval point(double x);
  /// The interval [lower, upper]; the whole line when an endpoint is not finite or lower > upper.
  static Interval hull(double lower, double upper);
  static constexpr Interval whole() { return {-infinity, infinity, Unchecked{}}; }

  constexpr double lower() const { return lower_; }
  constexpr double upper() const { return upper_; }
  constexpr bool is_finite() const { return lower_ > -infinity && upper_ < infinity; }
  constexpr bool is_point() const { return lower_ == upper_; }

  Interval operator-() const { return {-upper_, -lower_, Unchecked{}}; }
  Interval& operator+=(const Interval& other);
  Interval& operator-=(const Interval& other);
  Interval& operator*=(const Interval& other);
  Interval& operator/=(const Interval& other);

  friend Interval operator+(Interval a, const Interval& b) { return a += b; }
  friend Interval operator-(Interval a, const Interval& b) { return a -= b; }
  friend Interval operator*(Interval a, const Interval& b) { return a *= b; }
  friend Interval operator/(Interval a, const Interval& b) { return a /= b; }

  /// True only for one and the same point: two wide intervals are never known to be equal.
  friend constexpr bool operator==(const Interval& a, const Interval& b) {
    return a.is_point() && b.is_point() && a.lower_ == b.lower_;
  }
  friend bool operator<(const Interval&, const Interval&) = delete;
  friend bool operator>(const Interval&, const Interval&) = delete;
  friend bool operator<=(const Interval&, const Interval&) = delete;
  friend bool operator>=(const Interval&, const Interval&) = delete;

private:
  struct Unchecked {};
  static constexpr double infinity = std::numeric_limits<double>::infinity();
  constexpr Interval(double lower, double upper, Unchecked) : lower_(lower), upper_(upper) {}
  Interval& assign(double lower, double upper);

  double lower_ = 0;
  double upper_ = 0;
};

/// {x² : x ∈ a}: never negative, tighter than a * a.
Interval square(const Interval& a);
/// {√x : x ∈ a}; the whole line when a reaches below 0.
Interval sqrt(const Interval& a);
/// {eˣ : x ∈ a}, by Arb.
Interval exp(const Interval& a);
/// {log x : x ∈ a}, by Arb; the whole line when a reaches 0 or below.
Interval log(const Interval& a);
/// {log(1 + x) : x ∈ a}, by Arb; the whole line when a reaches −1 or below.
Interval log1p(const Interval& a);
/// The smallest interval that contains a and b.
Interval hull(const Interval& a, const Interval& b);

/// "[lower, upper]" with endpoints that read back as the same doubles.
std::ostream& operator<<(std::ostream& out, const Interval& a);

}  // namespace verigrad

#include "verigrad/number/interval_inline.hpp"
