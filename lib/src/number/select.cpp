#include "verigrad/number/select.hpp"

#include <algorithm>

#include "verigrad/number/types.hpp"

namespace verigrad {
namespace {

template <class T>
T maximum(const T& a, const T& b) {
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
  return maximum(a, T(-a));
}

#define VERIGRAD_INSTANTIATE(T)              \
  template T larger<T>(const T&, const T&);  \
  template T smaller<T>(const T&, const T&); \
  template T magnitude<T>(const T&);
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad
