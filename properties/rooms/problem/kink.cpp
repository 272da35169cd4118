// The function with one kink: values on both sides, the chosen subgradient, enclosures that reach the kink.
#include "verigrad/problem/kink.hpp"

#include <stdexcept>

#include <gtest/gtest.h>

#include "verigrad/number/interval.hpp"
#include "verigrad/number/select.hpp"

namespace verigrad::problem_kink_test {
namespace {

template <class T>
Vector<T> at(const T& x) {
  return Vector<T>::Constant(1, x);
}

TEST(Kink, has_its_slopes_on_both_sides_and_the_chosen_one_between) {
  const ObjectivePtr f = make_objective(Kink(-2, 3, 0.5));
  const auto& over = f->over<Rational>();
  EXPECT_EQ(over.value(at(Rational(2))), 6);
  EXPECT_EQ(over.value(at(Rational(-2))), 4);
  EXPECT_EQ(over.gradient(at(Rational(2)))[0], 3);
  EXPECT_EQ(over.gradient(at(Rational(-2)))[0], -2);
  EXPECT_EQ(over.gradient(at(Rational(0)))[0], Rational(1, 2));
}

TEST(Kink, an_enclosure_of_the_kink_gets_every_slope) {
  const Vector<Interval> slope =
      make_objective(Kink(-2, 3, 0.5))->over<Interval>().gradient(at(hull(Interval(-1), Interval(1))));
  EXPECT_EQ(sign_of(slope[0]), Sign::unknown);
  EXPECT_EQ(sign_of(slope[0] + Interval(2)), Sign::nonnegative);
}

TEST(Kink, is_convex_where_the_slope_rises) {
  EXPECT_TRUE(Kink(-1, 1, 0).curvature().convex());
  EXPECT_FALSE(Kink(1, -1, 0).curvature().convex());
  EXPECT_TRUE(Kink(2, 2, 2).curvature().smooth());
}

TEST(Kink, refuses_a_value_that_is_no_subgradient) { EXPECT_THROW(Kink(-1, 1, 2), std::invalid_argument); }

}  // namespace
}  // namespace verigrad::problem_kink_test
