#include "verigrad/theorem/convexity/along_line.hpp"

#include <cmath>

#include "verigrad/number/select.hpp"
#include "verigrad/number/types.hpp"

namespace verigrad {
namespace {

LinePoint point_at(const ObjectiveOver<Number>& f, const AlongLine& line, double t) {
  LinePoint point;
  point.t = exact(t);
  point.f = f.value(line.a + point.t * line.v);
  point.remainder = point.f - line.f_a - point.t * line.slope;
  return point;
}

}  // namespace

AlongLine along_line(const ObjectiveOver<Number>& f, const Vector<Number>& a, const Vector<Number>& v, double tau) {
  AlongLine result{a, v, f.value(a), dot(f.gradient(a), v), {}, {}};
  for (int k = 0; k <= 4 && tau != 0; ++k) {
    result.forward.push_back(point_at(f, result, std::ldexp(tau, -4 * k)));
    result.backward.push_back(point_at(f, result, -std::ldexp(tau, -4 * k)));
  }
  return result;
}

void small_remainder(const AlongLine& line, const Number& L, Claims& claims) {
  const Number scale = frac(1, 2) * L * squared_norm(line.v);
  for (const auto* points : {&line.forward, &line.backward})
    for (std::size_t k = 0; k < points->size(); ++k)
      claims.at_most("|remainder| ≤ L/2 t²‖v‖²", magnitude<Number>((*points)[k].remainder),
                     scale * square((*points)[k].t), int(k));
}

}  // namespace verigrad
