// Operands for the laws of enclosures: an enclosure together with a rational inside it.
#pragma once

#include <algorithm>
#include <cmath>

#include <flint/fmpq.h>

#include "verigrad/number/sign.hpp"
#include "verigrad/sampling/gen.hpp"

namespace verigrad::generate {

/// Uniform in [lowest, highest].
inline Gen<int> between(int lowest, int highest) { return gen::inRange(lowest, highest + 1); }

/// ±m · 2ᵉ with a full 53-bit m; |exponent| of the value about highest_exponent at most.
inline Gen<double> full_double(int highest_exponent) {
  return gen::map(gen::tuple(between(0, (1 << 26) - 1), between(0, (1 << 26) - 1), gen::boolean(),
                             between(-highest_exponent, highest_exponent)),
                  [](const std::tuple<int, int, bool, int>& draw) {
                    const auto [high, low, negative, exponent] = draw;
                    const double size = 1 + std::ldexp(high, -26) + std::ldexp(low, -52);
                    return std::ldexp(negative ? -size : size, exponent);
                  });
}

/// Where rounding goes wrong: zeros, ones, subnormals, the ends of the range and their neighbours.
inline Gen<double> corner_double() {
  const double largest = std::numeric_limits<double>::max(), smallest = std::numeric_limits<double>::denorm_min();
  const double normal = std::numeric_limits<double>::min();
  return gen::map(
      gen::tuple(gen::elementOf(std::vector<double>{0,
                                                    1,
                                                    2,
                                                    1 + 0x1p-52,
                                                    1 - 0x1p-53,
                                                    smallest,
                                                    3 * smallest,
                                                    normal,
                                                    normal - smallest,
                                                    normal + smallest,
                                                    0x1p-537,
                                                    0x1p-970,
                                                    0x1p-969,
                                                    0x1p511,
                                                    0x1p512,
                                                    0x1p970,
                                                    0x1p969,
                                                    0x1p1023,
                                                    largest,
                                                    std::nextafter(largest, 0.0),
                                                    1e300,
                                                    1e-300,
                                                    709.78,
                                                    -745.2,
                                                    1e16}),
                 gen::boolean()),
      [](const std::tuple<double, bool>& draw) { return std::get<1>(draw) ? -std::get<0>(draw) : std::get<0>(draw); });
}

/// Small integers over powers of two, full 53-bit numbers of every size, and corners.
inline Gen<double> finite_double() {
  return gen::oneOf(gen::map(between(-64, 64), [](int k) { return std::ldexp(k, -3); }), full_double(3),
                    full_double(40), full_double(1020), corner_double());
}

/// Numbers whose sums, products and quotients neither overflow nor underflow.
inline Gen<double> ordinary_double() { return gen::oneOf(full_double(2), full_double(100)); }

/// An enclosure and an exact number inside it.
template <class T>
struct Inside {
  T enclosure;
  Rational value;
};
template <class T>
std::ostream& operator<<(std::ostream& out, const Inside<T>& x) {
  return out << x.value << " in " << x.enclosure;
}

template <class T>
T hull_of(double a, double b);
template <>
inline Interval hull_of<Interval>(double a, double b) {
  return Interval::hull(std::min(a, b), std::max(a, b));
}
template <>
inline Ball hull_of<Ball>(double a, double b) {
  return Ball::hull(a, b);
}

/// A point, a narrow, a wide or a very wide enclosure between doubles of `source`; inside it an end, the middle or
/// another convex combination.
template <class T>
Gen<Inside<T>> inside(Gen<double> source) {
  return gen::map(gen::tuple(source, source, between(0, 3), between(0, 12), between(1, 64)),
                  [](const std::tuple<double, double, int, int, int>& draw) {
                    const auto [a, other, kind, twelfths, steps] = draw;
                    double b = other;
                    if (kind == 0) b = a;
                    if (kind == 1) b = a + std::abs(a) * steps * 0x1p-52;
                    if (!std::isfinite(b)) b = a;
                    const Rational share = Rational(twelfths) / 12;
                    return Inside<T>{hull_of<T>(a, b), Rational(a) + (Rational(b) - Rational(a)) * share};
                  });
}

/// Whether the exact number lies in the enclosure; the whole line and NaN contain everything.
inline bool contains(const Interval& x, const Rational& value) {
  return !x.is_finite() || (Rational(x.lower()) <= value && value <= Rational(x.upper()));
}
inline bool contains(const Ball& x, const Rational& value) {
  fmpq_t exact_value;
  fmpq_init(exact_value);
  fmpq_set_mpq(exact_value, value.backend().data());
  const bool inside_ball = !x.is_finite() || arb_contains_fmpq(x.arb(), exact_value);
  fmpq_clear(exact_value);
  return inside_ball;
}

inline bool overlap(const Ball& a, const Ball& b) {
  return !a.is_finite() || !b.is_finite() || arb_overlaps(a.arb(), b.arb());
}
inline Ball to_ball(const Ball& x) { return x; }
inline Ball to_ball(const Interval& x) { return Ball::hull(x.lower(), x.upper()); }

}  // namespace verigrad::generate
