// Arithmetic of numbers that carry derivatives, in place and with plain numbers, their order and hull; counted numbers.
#include <gtest/gtest.h>

#include "verigrad/autodiff/counted.hpp"
#include "verigrad/autodiff/derivative.hpp"

namespace verigrad::autodiff_arithmetic_test {
namespace {

using D = Dual<Rational>;

const D x = D::variable(Rational(3), 0, 1);

void expect(const D& y, const Rational& value, const Rational& slope) {
  EXPECT_EQ(y.value(), value);
  EXPECT_EQ(y.tangents(1)[0], slope);
}

D changed(void (*change)(D&)) {
  D y = x;
  change(y);
  return y;
}

TEST(DualArithmetic, in_place_is_that_of_two_operands) {
  expect(changed([](D& y) { y += x * x; }), 12, 7);
  expect(changed([](D& y) { y -= x * x; }), -6, -5);
  expect(changed([](D& y) { y *= x * x; }), 27, 27);
  expect(changed([](D& y) { y /= x * x; }), Rational(1, 3), Rational(-1, 9));
}

TEST(DualArithmetic, takes_constants_on_the_left) {
  const Rational two(2);
  expect(two + x, 5, 1);
  expect(two - x, -1, -1);
  expect(two * x, 6, 2);
  expect(two / x, Rational(2, 3), Rational(-2, 9));
}

TEST(DualArithmetic, orders_by_value) {
  const D two(Rational(2));
  EXPECT_TRUE(two < x && x > two);
  EXPECT_FALSE(x < two || two > x || x < x || x > x);
}

TEST(DualArithmetic, hulls_hold_both_values_and_both_derivatives) {
  using I = Dual<Interval>;
  const I both = hull(I::variable(Interval(1), 0, 1), I(Interval(4)));
  EXPECT_EQ(both.value().lower(), 1);
  EXPECT_EQ(both.value().upper(), 4);
  EXPECT_EQ(both.tangents(1)[0].lower(), 0);
  EXPECT_EQ(both.tangents(1)[0].upper(), 1);
}

/// xʸ at (2, 3): 8, with slopes 12 and 8 log 2.
TEST(DualArithmetic, raises_to_a_power_that_varies) {
  using B = Dual<Ball>;
  const B y = power(B::variable(Ball(2), 0, 2), B::variable(Ball(3), 1, 2));
  const Vector<Ball> slopes = y.tangents(2);
  for (const Ball& off : {y.value() - Ball(8), slopes[0] - Ball(12), slopes[1] - Ball(8) * log(Ball(2))}) {
    EXPECT_LE(off.lower(), 0) << off;
    EXPECT_GE(off.upper(), 0) << off;
    EXPECT_LT(off.upper() - off.lower(), 0x1p-50);
  }
}

TEST(Counted, has_the_values_of_doubles_and_counts_each_operation) {
  const Counted five = Counted::of(5), two = Counted::of(2);
  EXPECT_EQ((five - two).value(), 3);
  Counted sum = five;
  sum += two;
  EXPECT_EQ(sum.value(), 7);
  sum -= five;
  EXPECT_EQ(sum.value(), 2);
  sum *= five;
  EXPECT_EQ(sum.value(), 10);
  sum /= two;
  EXPECT_EQ(sum.value(), 5);
  const OperationCount count = Counted::count([&] { log(exp((five + two) * five) / two) - two; });
  EXPECT_EQ(count.additions, 2);
  EXPECT_EQ(count.multiplications, 1);
  EXPECT_EQ(count.divisions, 1);
  EXPECT_EQ(count.functions, 2);
  EXPECT_EQ(count.total(), 6);
}

}  // namespace
}  // namespace verigrad::autodiff_arithmetic_test
