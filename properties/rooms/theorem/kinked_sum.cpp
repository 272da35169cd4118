// Terms with a kink, and integer powers.
#include "verigrad/theorem/nonsmooth/kinked_sum.hpp"

#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/inertial_newton/power_function.hpp"

#include "properties/rooms/theorem/numbers.hpp"

namespace verigrad::theorem_kinked_sum_test {
namespace {

const KinkedTerm term{.q = 2, .s = -3, .k = 1, .a = at(2), .b = at(1)};

TEST(KinkedTerm, knows_its_sides) {
  EXPECT_EQ(term.side(at(0)), -1);
  EXPECT_EQ(term.side(at(0.5)), 0);
  EXPECT_EQ(term.side(at(1)), 1);
}

TEST(KinkedTerm, value_and_gradient_by_hand) {
  const Number::Over rationals(Number::Kind::rational);
  const KinkedTermRun run(term);
  EXPECT_EQ(value(run.value(exact(at(1)))), -1);
  EXPECT_EQ(values(run.gradient(exact(at(1)), 1)), Fractions{-3});
  EXPECT_EQ(values(run.gradient(exact(at(1)), -1)), Fractions{9});
}

TEST(KinkedTerm, step_stays_on_one_side) {
  const double h = step_between_kinks({term}, at(0), at(1), at(0));
  EXPECT_EQ(h, 0.125);
  EXPECT_EQ(term.side(at(2 * h)), -1);
  EXPECT_EQ(step_between_kinks({term}, at(0.5), at(1), at(0)), 1);
}

TEST(IntegerPower, of_either_sign) {
  EXPECT_EQ(power(Rational(2), 3), 8);
  EXPECT_EQ(power(Rational(2), -3), Rational(1) / 8);
  EXPECT_EQ(power(Rational(2), 0), 1);
}

}  // namespace
}  // namespace verigrad::theorem_kinked_sum_test
