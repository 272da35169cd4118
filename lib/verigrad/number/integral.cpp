#include "verigrad/number/integral.hpp"

#include <acb_calc.h>

namespace verigrad {
namespace {

/// A complex ball that is freed at the end of its scope.
class ComplexBall {
public:
  ComplexBall() { acb_init(value_); }
  explicit ComplexBall(const Ball& real) : ComplexBall() { acb_set_arb(value_, real.arb()); }
  ComplexBall(const ComplexBall&) = delete;
  ComplexBall& operator=(const ComplexBall&) = delete;
  ~ComplexBall() { acb_clear(value_); }
  acb_ptr get() { return value_; }

private:
  acb_t value_;
};

int evaluate(acb_ptr result, const acb_t z, void* function, slong, slong bits) {
  (*static_cast<const AnalyticFunction*>(function))(result, z, bits);
  return 0;
}

}  // namespace

Ball integral(const AnalyticFunction& f, const Ball& a, const Ball& b) {
  const long bits = Ball::precision();
  ComplexBall result, lower(a), upper(b);
  mag_t tolerance;
  mag_init(tolerance);
  mag_set_ui_2exp_si(tolerance, 1, -bits);
  AnalyticFunction function = f;
  acb_calc_integrate(result.get(), evaluate, &function, lower.get(), upper.get(), bits, tolerance, nullptr, bits);
  mag_clear(tolerance);
  Ball real;
  acb_get_real(real.arb(), result.get());
  return real;
}

Number integral(const AnalyticFunction& f, const Number& a, const Number& b) {
  return Number(integral(f, a.as<Ball>(), b.as<Ball>()));
}

}  // namespace verigrad
