// What is printed of a worst case: decimals never cross the exact bound.
#include "verigrad/report/rate_report.hpp"

#include <gtest/gtest.h>

namespace verigrad::rate_report_test {
namespace {

Rational fraction(int above, int below) { return Rational(above) / below; }

TEST(RateReport, roundsOutwards) {
  EXPECT_EQ(decimal_below(fraction(1, 42), 5), "0.023809");
  EXPECT_EQ(decimal_above(fraction(1, 42), 5), "0.023810");
  EXPECT_EQ(decimal_below(fraction(200, 3), 3), "66.6");
  EXPECT_EQ(decimal_above(fraction(200, 3), 3), "66.7");
  EXPECT_EQ(decimal_above(Rational(12345), 3), "12400");
  EXPECT_EQ(decimal_below(Rational(12345), 3), "12300");
  EXPECT_EQ(decimal_above(fraction(999999, 1000000), 3), "1.000");
  EXPECT_EQ(decimal_below(fraction(1, 4), 3), "0.250");
  EXPECT_EQ(decimal_above(fraction(1, 4), 3), "0.250");
  EXPECT_EQ(decimal_above(Rational(0), 3), "0");
}

TEST(RateReport, namesTheSimplestFraction) {
  EXPECT_EQ(simplest_between(fraction(23809, 1000000), fraction(23810, 1000000)), fraction(1, 42));
  EXPECT_EQ(simplest_between(fraction(1, 3), fraction(1, 2)), fraction(1, 2));
  EXPECT_EQ(simplest_between(fraction(3, 7), fraction(3, 7)), fraction(3, 7));
  EXPECT_EQ(simplest_between(fraction(31415, 10000), fraction(31416, 10000)), fraction(333, 106));
  EXPECT_EQ(simplest_between(Rational(0), fraction(1, 9)), 0);
  EXPECT_EQ(simplest_between(fraction(5, 2), fraction(7, 2)), 3);
}

}  // namespace
}  // namespace verigrad::rate_report_test
