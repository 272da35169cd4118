#include "verigrad/number/interval.hpp"

#include <ostream>

#include <arb.h>
#include <fmt/format.h>

namespace verigrad {
namespace {

using ArbFunction = void (*)(arb_t, const arb_t, slong);

/// [f(lower), f(upper)] for an increasing f, each endpoint evaluated by Arb and rounded outward.
Interval increasing(ArbFunction f, const Interval& a) {
  constexpr slong bits = 64;
  arb_t value;
  arf_t end;
  arb_init(value);
  arf_init(end);
  arb_set_d(value, a.lower());
  f(value, value, bits);
  arb_get_lbound_arf(end, value, bits);
  const double lower = arf_get_d(end, ARF_RND_FLOOR);
  if (!a.is_point()) {
    arb_set_d(value, a.upper());
    f(value, value, bits);
  }
  arb_get_ubound_arf(end, value, bits);
  const double upper = arf_get_d(end, ARF_RND_CEIL);
  arf_clear(end);
  arb_clear(value);
  return Interval::hull(lower, upper);
}

}  // namespace

Interval exp(const Interval& a) { return a.is_finite() ? increasing(arb_exp, a) : Interval::whole(); }

Interval log(const Interval& a) { return a.is_finite() && a.lower() > 0 ? increasing(arb_log, a) : Interval::whole(); }

Interval log1p(const Interval& a) {
  return a.is_finite() && a.lower() > -1 ? increasing(arb_log1p, a) : Interval::whole();
}

std::ostream& operator<<(std::ostream& out, const Interval& a) {
  return out << fmt::format("[{}, {}]", a.lower(), a.upper());
}

}  // namespace verigrad
