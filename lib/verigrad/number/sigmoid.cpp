#include "verigrad/number/sigmoid.hpp"

#include <array>
#include <cmath>
#include <stdexcept>

#include "verigrad/number/select.hpp"
#include "verigrad/number/types.hpp"

namespace verigrad {
namespace {

constexpr int exp_terms = 14;
constexpr int log_terms = 17;
constexpr double ln2 = 0x1.62e42fefa39efp-1;
constexpr double ln2_head = 0x1.62e42fefp-1;  // 33 bits: k · ln2_head is exact for k < 2²⁰
constexpr double ln2_tail = 0x1.473de6af278edp-34;
/// Bounds the relative errors of decay, softplus_at and sigmoid_at, with a share left for the rounding of the ends.
constexpr double relative_error = 0x1p-48;

/// 1/k!, to nearest.
constexpr auto exp_coefficients = [] {
  std::array<double, exp_terms> c{};
  double factorial = 1;
  for (std::size_t k = 0; k < c.size(); ++k) {
    c[k] = 1 / factorial;
    factorial *= double(k + 1);
  }
  return c;
}();

/// 1/(2k + 1), to nearest.
constexpr auto log_coefficients = [] {
  std::array<double, log_terms> c{};
  for (std::size_t k = 0; k < c.size(); ++k) c[k] = 1 / double(2 * k + 1);
  return c;
}();

template <std::size_t N>
double polynomial(const std::array<double, N>& coefficients, double x) {
  double sum = coefficients[N - 1];
  for (std::size_t k = N - 1; k-- > 0;) sum = sum * x + coefficients[k];
  return sum;
}

// Relative errors in units u = 2⁻⁵³, each line to first order; the sums are far below the 16 u = 2⁻⁴⁹ that count.
//   decay: r is off by 0.36 u, which is exact but for one rounding of |r| < 0.3467 and the tail's; Horner's scheme by
//     Σ (2k + 2)|r|ᵏ/k! ≤ 2(1 + |r|)e^|r| < 3.9 u of eʳ ≥ 0.707, so 5.5 u; the rest |r|¹⁴e^|r|/14! by 0.1 u: 6 u.
//   log_of_one_plus: z = e/(2 + e) inherits 6 u and adds 2 u, artanh's condition is at most 1.09: 8.8 u; Horner's
//     scheme in z² ≤ 1/9 adds Σ (3k + 2)/(2k + 1) 9⁻ᵏ < 2.3 u, the product 1 u, the rest 9⁻¹⁷/31 0.1 u: 12.2 u.
//   softplus_at adds one rounding to that; sigmoid_at has 6 u from e, 4 u from 1 + e, 1 u from the division.

/// e⁻ᵃ for 0 ≤ a ≤ 700: 2⁻ᵏ eʳ with r = k log 2 − a.
double decay(double a) {
  const double k = std::nearbyint(a / ln2);
  const double r = (k * ln2_head - a) + k * ln2_tail;
  return std::ldexp(polynomial(exp_coefficients, r), -int(k));
}

/// log(1 + e) = 2 artanh z for e in [0, 1], z = e/(2 + e) ≤ 1/3.
double log_of_one_plus(double e) {
  const double z = e / (2 + e);
  return 2 * z * polynomial(log_coefficients, z * z);
}

Interval around(double y) { return Interval::hull(y - y * relative_error, y + y * relative_error); }

constexpr double furthest = 700;
constexpr double furthest_decay = 1e-304;  // > e⁻⁷⁰⁰

Interval softplus_at(double t) {
  if (t < -furthest) return Interval::hull(0, furthest_decay);
  if (t > furthest) return Interval::point(t) + Interval::hull(0, furthest_decay);
  const double tail = log_of_one_plus(decay(std::abs(t)));
  return around(t >= 0 ? t + tail : tail);
}

Interval sigmoid_at(double t) {
  if (t < -furthest) return Interval::hull(0, furthest_decay);
  if (t > furthest) return Interval(1) - Interval::hull(0, furthest_decay);
  const double e = decay(std::abs(t));
  return around((t >= 0 ? 1 : e) / (1 + e));
}

/// [f(lower), f(upper)] for an increasing f.
template <class F>
Interval increasing_at_ends(F f, const Interval& t) {
  if (!t.is_finite()) return Interval::whole();
  const Interval left = f(t.lower());
  return t.is_point() ? left : Interval::hull(left.lower(), f(t.upper()).upper());
}

template <class T>
T softplus_of(const T& t) {
  using std::exp;
  using std::log1p;
  return larger<T>(t, T(0)) + log1p(exp(T(-magnitude<T>(t))));
}

template <class T>
T sigmoid_of(const T& t) {
  using std::exp;
  const T e = exp(T(-magnitude<T>(t)));
  return select<T>(t, T(1), e) / (T(1) + e);
}

/// The magnitude's radius as a ball, and whether it is so small that f may be evaluated on the ball itself.
struct Radius {
  Ball size;
  bool small;
};
Radius radius_of(const Ball& t) {
  Radius radius;
  arb_get_rad_arb(radius.size.arb(), t.arb());
  radius.small = mag_cmp_2exp_si(arb_radref(t.arb()), -3) <= 0;
  return radius;
}

Ball softplus_of(const Ball& t) {
  const Radius radius = radius_of(t);
  if (!radius.small) return softplus_of(t.midpoint()).widened(radius.size);
  return arb_is_positive(t.arb()) ? t + log1p(exp(-t)) : log1p(exp(t));
}

Ball sigmoid_of(const Ball& t) {
  const Radius radius = radius_of(t);
  if (!radius.small) return sigmoid_of(t.midpoint()).widened(radius.size);
  const bool positive = arb_is_positive(t.arb());
  const Ball e = nonnegative_part(exp(positive ? Ball(-t) : t));
  const Ball one_plus = Ball(1) + e;
  if (positive) return Ball(1) / one_plus;
  // Where t occurs once the ball is tighter; where e is small, only the quotient is known to be positive.
  return certainly_less(t, Ball(-1)) ? e / one_plus : Ball(1) - Ball(1) / one_plus;
}

Interval softplus_of(const Interval& t) { return increasing_at_ends(softplus_at, t); }
Interval sigmoid_of(const Interval& t) { return increasing_at_ends(sigmoid_at, t); }

Rational softplus_of(const Rational&) { throw std::domain_error("softplus: not rational; use Ball or Interval"); }
Rational sigmoid_of(const Rational&) { throw std::domain_error("sigmoid: not rational; use Ball or Interval"); }
Number softplus_of(const Number& t) {
  return over_kind([&]<class T>() { return Number(softplus_of(t.as<T>())); });
}
Number sigmoid_of(const Number& t) {
  return over_kind([&]<class T>() { return Number(sigmoid_of(t.as<T>())); });
}

}  // namespace

template <class T>
T softplus(const T& t) {
  return softplus_of(t);
}
template <class T>
T sigmoid(const T& t) {
  return sigmoid_of(t);
}

#define VERIGRAD_INSTANTIATE(T)     \
  template T softplus<T>(const T&); \
  template T sigmoid<T>(const T&);
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad
