#include "verigrad/number/select.hpp"

#include <algorithm>

#include "verigrad/number/types.hpp"

namespace verigrad {
namespace {

/// NaN in either place stays NaN.
template <class T>
T maximum(const T& a, const T& b) {
  using std::isnan;
  if constexpr (!std::is_same_v<T, Rational>)
    if (isnan(b)) return b;
  return a < b ? b : a;
}
Interval maximum(const Interval& a, const Interval& b) {
  return Interval::hull(std::max(a.lower(), b.lower()), std::max(a.upper(), b.upper()));
}
Ball maximum(const Ball& a, const Ball& b) {
  Ball result;
  arb_max(result.arb(), a.arb(), b.arb(), Ball::precision());
  return result;
}

Number maximum(const Number& a, const Number& b) {
  return over_kind([&]<class T>() { return Number(T(maximum(a.as<T>(), b.as<T>()))); });
}

template <class T>
T absolute(const T& a) {
  return maximum(a, T(-a));
}
Interval absolute(const Interval& a) {
  const Interval larger_side = maximum(a, -a);
  return Interval::hull(std::max(0.0, larger_side.lower()), larger_side.upper());
}
Ball absolute(const Ball& a) { return abs(a); }
Number absolute(const Number& a) {
  return over_kind([&]<class T>() { return Number(T(absolute(a.as<T>()))); });
}

}  // namespace

template <class T>
T larger(const T& a, const T& b) {
  return maximum(a, b);
}
template <class T>
T smaller(const T& a, const T& b) {
  return -maximum(T(-a), T(-b));
}
template <class T>
T magnitude(const T& a) {
  return absolute(a);
}

#define VERIGRAD_INSTANTIATE(T)              \
  template T larger<T>(const T&, const T&);  \
  template T smaller<T>(const T&, const T&); \
  template T magnitude<T>(const T&);
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad
