// Conversions between doubles and rationals: the right side, and the nearest double on that side.
#include "law.hpp"
#include "operands.hpp"

namespace verigrad::number_rounding_test {
namespace {

using namespace generate;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double largest = std::numeric_limits<double>::max();
constexpr double smallest = std::numeric_limits<double>::denorm_min();

/// Quotients and sums of doubles: near doubles, between them, subnormal, and beyond the largest.
Gen<Rational> rational() {
  return gen::map(gen::tuple(finite_double(), finite_double(), between(0, 3)),
                  [](const std::tuple<double, double, int>& draw) {
                    const auto [a, b, kind] = draw;
                    if (kind == 0) return Rational(a);
                    if (kind == 1) return Rational(a) + Rational(b) / 3;
                    if (kind == 2) return Rational(a) * Rational(b);
                    return b == 0 ? Rational(a) / 3 : Rational(a) / Rational(b);
                  });
}

bool is_smallest_at_or_above(double x, const Rational& value) {
  const bool above = x == infinity || Rational(x) >= value;
  const double before = std::nextafter(x, -infinity);
  const bool smallest_such = before == -infinity || Rational(before) < value;
  return above && smallest_such && x != -infinity;
}

TEST(Rounding, goes_to_the_nearest_double_on_the_right_side) {
  expect_law("round_up and round_down", [] {
    const Rational value = *rational();
    RC_ASSERT(is_smallest_at_or_above(round_up(value), value));
    RC_ASSERT(is_smallest_at_or_above(-round_down(value), -value));
  });
}

TEST(Rounding, of_doubles_is_exact) {
  expect_law("round a double", [] {
    const double x = *finite_double();
    RC_ASSERT(round_up(Rational(x)) == x);
    RC_ASSERT(round_down(Rational(x)) == x);
    RC_ASSERT(enclose<double>(Rational(x)) == x);
    RC_ASSERT(enclose<Interval>(Rational(x)).is_point());
  });
}

TEST(Rounding, at_both_ends_of_the_range) {
  const Rational huge = Rational(largest) * 2, tiny = Rational(smallest) / 3;
  EXPECT_EQ(round_up(huge), infinity);
  EXPECT_EQ(round_down(huge), largest);
  EXPECT_EQ(round_up(-huge), -largest);
  EXPECT_EQ(round_down(-huge), -infinity);
  EXPECT_EQ(round_up(tiny), smallest);
  EXPECT_EQ(round_down(tiny), 0);
  EXPECT_EQ(round_up(-tiny), 0);
  EXPECT_EQ(round_down(-tiny), -smallest);
  EXPECT_FALSE(enclose<Interval>(huge).is_finite());
}

TEST(Rounding, to_nearest_is_nearest_with_ties_to_even) {
  expect_law("nearest double", [] {
    const Rational value = *rational();
    RC_PRE(abs(value) <= Rational(largest));
    const double x = enclose<double>(value);
    const Rational error = abs(Rational(x) - value);
    for (const double neighbour : {std::nextafter(x, infinity), std::nextafter(x, -infinity)})
      if (std::isfinite(neighbour)) RC_ASSERT(error <= abs(Rational(neighbour) - value));
  });
  const Rational one(1), half_ulp(0x1p-53);
  EXPECT_EQ(enclose<double>(one + half_ulp), 1);
  EXPECT_EQ(enclose<double>(one + 3 * half_ulp), 1 + 0x1p-51);
  EXPECT_EQ(enclose<double>(one + half_ulp + Rational(0x1p-200)), 1 + 0x1p-52);
}

TEST(Rounding, steps_enclose_the_neighbours) {
  expect_law("below and above", [] {
    const double x = *finite_double();
    RC_ASSERT((rounding::below(x) <= std::nextafter(x, -infinity) || std::isnan(rounding::below(x))));
    RC_ASSERT((rounding::above(x) >= std::nextafter(x, infinity) || std::isnan(rounding::above(x))));
  });
  for (const double x : {largest, -largest, infinity, -infinity}) {
    EXPECT_FALSE(rounding::below(x) > x);
    EXPECT_FALSE(rounding::above(x) < x);
  }
}

TEST(Rounding, approximations_lie_inside) {
  expect_law("approximate", [] {
    const auto a = *inside<Interval>(finite_double());
    const double middle = approximate(a.enclosure);
    RC_ASSERT(a.enclosure.lower() <= middle);
    RC_ASSERT(middle <= a.enclosure.upper());
  });
  EXPECT_TRUE(std::isnan(approximate(Interval::whole())));
  EXPECT_TRUE(std::isnan(approximate(Ball::point(infinity))));
}

}  // namespace
}  // namespace verigrad::number_rounding_test
