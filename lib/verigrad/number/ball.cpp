#include "verigrad/number/ball.hpp"

#include <cmath>
#include <ostream>
#include <stdexcept>

#include <fmt/format.h>

namespace verigrad {

thread_local long Ball::precision_ = 64;

Ball::Precision::Precision(long bits) : previous_(precision_) {
  if (bits < 2) throw std::invalid_argument(fmt::format("Ball::Precision: bits is {}; use 2 or more", bits));
  precision_ = bits;
}

Ball::Precision::~Precision() { precision_ = previous_; }

Ball Ball::point(double x) {
  Ball result;
  if (std::isfinite(x))
    arb_set_d(result.value_, x);
  else
    arb_indeterminate(result.value_);
  return result;
}

Ball Ball::hull(double lower, double upper) { return verigrad::hull(point(lower), point(upper)); }

double Ball::lower() const {
  arf_t end;
  arf_init(end);
  arb_get_lbound_arf(end, value_, 64);
  const double result = arf_is_nan(end) ? -INFINITY : arf_get_d(end, ARF_RND_FLOOR);
  arf_clear(end);
  return result;
}

double Ball::upper() const {
  arf_t end;
  arf_init(end);
  arb_get_ubound_arf(end, value_, 64);
  const double result = arf_is_nan(end) ? INFINITY : arf_get_d(end, ARF_RND_CEIL);
  arf_clear(end);
  return result;
}

Ball Ball::midpoint() const {
  Ball result;
  arb_get_mid_arb(result.value_, value_);
  return result;
}

Ball Ball::widened(const Ball& error) const {
  Ball result(*this);
  arb_add_error(result.value_, error.value_);
  return result;
}

Ball Ball::operator-() const {
  Ball result;
  arb_neg(result.value_, value_);
  return result;
}

Ball square(const Ball& a) {
  Ball result;
  arb_sqr(result.arb(), a.arb(), Ball::precision());
  return nonnegative_part(result);
}

Ball abs(const Ball& a) {
  Ball result;
  arb_abs(result.arb(), a.arb());
  return nonnegative_part(result);
}

Ball nonnegative_part(const Ball& a) {
  Ball result(a);
  if (!arb_is_nonnegative(a.arb())) arb_nonnegative_part(result.arb(), result.arb());
  return result;
}

Ball sqrt(const Ball& a) {
  Ball result;
  arb_sqrt(result.arb(), a.arb(), Ball::precision());
  return result;
}

Ball exp(const Ball& a) {
  Ball result;
  arb_exp(result.arb(), a.arb(), Ball::precision());
  return result;
}

Ball log(const Ball& a) {
  Ball result;
  arb_log(result.arb(), a.arb(), Ball::precision());
  return result;
}

Ball log1p(const Ball& a) {
  Ball result;
  arb_log1p(result.arb(), a.arb(), Ball::precision());
  return result;
}

Ball hull(const Ball& a, const Ball& b) {
  Ball result;
  arb_union(result.arb(), a.arb(), b.arb(), Ball::precision());
  if (arb_is_nonnegative(a.arb()) && arb_is_nonnegative(b.arb())) return nonnegative_part(result);
  if (arb_is_nonpositive(a.arb()) && arb_is_nonpositive(b.arb())) return -nonnegative_part(-result);
  return result;
}

std::string to_string(const Ball& a, int digits) {
  char* text = arb_get_str(a.arb(), digits, 0);
  std::string result(text);
  flint_free(text);
  return result;
}

std::ostream& operator<<(std::ostream& out, const Ball& a) { return out << to_string(a); }

}  // namespace verigrad
