#include "verigrad/conformance/rounded.hpp"

#include <algorithm>
#include <cmath>

namespace verigrad::conformance {
namespace {

thread_local const Dtype* working = &float64;
/// Of two roundings, and of what the double that holds the end adds.
thread_local double relative_error = 0x1p-51;

double relative_error_in(const Dtype& dtype) { return 2 * dtype.unit() + 2 * float64.unit(); }

double two_roundings(double x) { return std::abs(x) * relative_error + working->smallest; }

}  // namespace

Rounded::In::In(const Dtype& dtype) : previous_(working) {
  working = &dtype;
  relative_error = relative_error_in(dtype);
}
Rounded::In::~In() {
  working = previous_;
  relative_error = relative_error_in(*previous_);
}

Rounded Rounded::written(double x) { return working->holds(x) ? exactly(x) : exactly(x).widened(); }

Rounded Rounded::within(double bound) const { return Rounded(set_ + Interval::hull(-bound, bound)); }

Rounded Rounded::widened() const {
  const double lower = set_.lower(), upper = set_.upper();
  if (!(lower >= -working->largest && upper <= working->largest)) return Rounded(Interval::whole());
  const double below = lower - two_roundings(lower), above = upper + two_roundings(upper);
  return Rounded(Interval::hull(lower >= 0 ? std::max(0.0, below) : below, upper <= 0 ? std::min(0.0, above) : above));
}

Rounded square(const Rounded& a) { return Rounded(square(a.set())).widened(); }

Rounded root(const Rounded& a) {
  if (!a.is_finite() || a.upper() < 0) return Rounded(Interval::whole());
  return Rounded(sqrt(Interval::hull(std::max(0.0, a.lower()), a.upper()))).widened();
}

Rounded absolute(const Rounded& a) {
  if (a.lower() >= 0) return a;
  if (a.upper() <= 0) return -a;
  return Rounded(Interval::hull(0, magnitude(a)));
}

Rounded maximum(const Rounded& a, const Rounded& b) {
  return Rounded(Interval::hull(std::max(a.lower(), b.lower()), std::max(a.upper(), b.upper())));
}

Rounded minimum(const Rounded& a, const Rounded& b) { return -maximum(-a, -b); }

Rounded hull(const Rounded& a, const Rounded& b) { return Rounded(hull(a.set(), b.set())); }

Rounded signum(const Rounded& a) {
  const auto sign = [](double x) { return double((x > 0) - (x < 0)); };
  return Rounded(Interval::hull(sign(a.lower()), sign(a.upper())));
}

double magnitude(const Rounded& a) { return std::max(std::abs(a.lower()), std::abs(a.upper())); }

Rounded power(const Rounded& a, const Rounded& p) {
  if (a.lower() == 1 && a.upper() == 1) return a;
  // Thrice: a power function of a C library may be off by a few units in the last place.
  return Rounded(exp(p.set() * log(a.set()))).widened().widened().widened();
}

Rounded blend(const Rounded& weight, const Rounded& a, const Rounded& share, const Rounded& x) {
  const double scale = magnitude(share) * (magnitude(a) + magnitude(x));
  const Rounded sum = weight * a + share * x;
  return scale == 0 ? sum : sum.within(two_roundings(scale));
}

}  // namespace verigrad::conformance
