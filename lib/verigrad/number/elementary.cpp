#include "verigrad/number/elementary.hpp"

#include <cmath>
#include <stdexcept>

#include "verigrad/number/types.hpp"

namespace verigrad {
namespace {

Ball at(void (*function)(arb_t, const arb_t, long), const Ball& t) {
  Ball result;
  function(result.arb(), t.arb(), Ball::precision());
  return result;
}

/// The image of an increasing function, widened by two units in the last place.
Interval widened_increasing(void (*function)(arb_t, const arb_t, long), const Interval& t) {
  if (!t.is_finite()) return Interval::whole();
  const Ball::Precision precision(64);
  const Interval image =
      Interval::hull(at(function, Ball::point(t.lower())).lower(), at(function, Ball::point(t.upper())).upper());
  return image * Interval::hull(1 - 0x1p-51, 1 + 0x1p-51);
}

double tanh_of(double t) { return std::tanh(t); }
Ball tanh_of(const Ball& t) { return at(arb_tanh, t); }
Interval tanh_of(const Interval& t) { return widened_increasing(arb_tanh, t); }

double expm1_of(double t) { return std::expm1(t); }
Ball expm1_of(const Ball& t) { return at(arb_expm1, t); }
Interval expm1_of(const Interval& t) { return widened_increasing(arb_expm1, t); }

Rational tanh_of(const Rational&) { throw std::domain_error("tanh: not rational; use Ball or Interval"); }
Rational expm1_of(const Rational&) { throw std::domain_error("eᵗ − 1: not rational; use Ball or Interval"); }
Number tanh_of(const Number& t) {
  return over_kind([&]<class T>() { return Number(tanh_of(t.as<T>())); });
}
Number expm1_of(const Number& t) {
  return over_kind([&]<class T>() { return Number(expm1_of(t.as<T>())); });
}

}  // namespace

template <class T>
T hyperbolic_tangent(const T& t) {
  return tanh_of(t);
}
template <class T>
T exp_minus_one(const T& t) {
  return expm1_of(t);
}

#define VERIGRAD_INSTANTIATE(T)               \
  template T hyperbolic_tangent<T>(const T&); \
  template T exp_minus_one<T>(const T&);
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad
