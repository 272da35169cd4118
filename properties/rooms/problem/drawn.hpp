// Points and enclosures for the tests of this room.
#pragma once

#include "verigrad/sampling/generators.hpp"

#include "properties/rooms/drawn.hpp"

namespace verigrad {

inline Vector<double> drawn_point(const Objective& f, std::uint64_t seed) {
  return drawn(generate::point(f.dimension()), 1, seed).front();
}

/// Whether two enclosures have a point in common.
inline bool overlap(const Ball& a, const Ball& b) { return arb_overlaps(a.arb(), b.arb()) != 0; }
inline bool contains(const Ball& a, const Ball& b) { return arb_contains(a.arb(), b.arb()) != 0; }
inline bool contains(const Interval& a, const Rational& x) {
  return a.is_finite() ? exact<Rational>(a.lower()) <= x && x <= exact<Rational>(a.upper()) : true;
}
inline Ball as_ball(const Interval& a) { return Ball::hull(a.lower(), a.upper()); }
/// The width of a ball, rounded up.
inline double width(const Ball& a) { return a.is_finite() ? 2 * mag_get_d(arb_radref(a.arb())) : INFINITY; }

}  // namespace verigrad
