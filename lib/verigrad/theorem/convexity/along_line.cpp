#include "verigrad/theorem/convexity/along_line.hpp"

#include <cmath>

#include "verigrad/number/select.hpp"
#include "verigrad/number/types.hpp"

namespace verigrad {
namespace {

template <class T>
LinePoint<T> point_at(const ObjectiveOver<T>& f, const AlongLine<T>& line, double t) {
  LinePoint<T> point;
  point.t = exact<T>(t);
  point.f = f.value(line.a + point.t * line.v);
  point.remainder = point.f - line.f_a - point.t * line.slope;
  return point;
}

}  // namespace

template <class T>
AlongLine<T> along_line(const ObjectiveOver<T>& f, const Vector<T>& a, const Vector<T>& v, double tau) {
  AlongLine<T> result{a, v, f.value(a), dot<T>(f.gradient(a), v), {}, {}};
  for (int k = 0; k <= 4 && tau != 0; ++k) {
    result.forward.push_back(point_at(f, result, std::ldexp(tau, -4 * k)));
    result.backward.push_back(point_at(f, result, -std::ldexp(tau, -4 * k)));
  }
  return result;
}

template <class T>
void small_remainder(const AlongLine<T>& line, const T& L, Claims<T>& claims) {
  const T scale = frac<T>(1, 2) * L * squared_norm(line.v);
  for (const auto* points : {&line.forward, &line.backward})
    for (std::size_t k = 0; k < points->size(); ++k)
      claims.at_most("|remainder| ≤ L/2 t²‖v‖²", magnitude<T>((*points)[k].remainder), scale * square((*points)[k].t),
                     int(k));
}

#define VERIGRAD_INSTANTIATE(T)                                                                             \
  template AlongLine<T> along_line<T>(const ObjectiveOver<T>&, const Vector<T>&, const Vector<T>&, double); \
  template void small_remainder<T>(const AlongLine<T>&, const T&, Claims<T>&);
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad
