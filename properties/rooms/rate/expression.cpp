// Numbers as callers write them: exact, or refused with the reason.
#include "verigrad/rate/expression.hpp"

#include <gtest/gtest.h>

namespace verigrad::rate_expression_test {
namespace {

using rate::value_of;

const std::map<std::string, Rational> names{{"L", Rational(3)}, {"mu", Rational(1) / 2}};

TEST(Expression, isExact) {
  EXPECT_EQ(value_of("1/L", names), Rational(1) / 3);
  EXPECT_EQ(value_of(" 2/(L + mu) ", names), Rational(4) / 7);
  EXPECT_EQ(value_of("0.1", names), Rational(1) / 10);
  EXPECT_EQ(value_of(".5*L-1", names), Rational(1) / 2);
  EXPECT_EQ(value_of("1-2-3", names), Rational(-4));
  EXPECT_EQ(value_of("8/2/2", names), Rational(2));
  EXPECT_EQ(value_of("-2^2", names), Rational(-4));
  EXPECT_EQ(value_of("2*-3", names), Rational(-6));
  EXPECT_EQ(value_of("1/(2*sqrt(9/4))", names), Rational(1) / 3);
}

TEST(Expression, refusesWithTheReason) {
  const std::map<std::string, std::string> reasons{{"", "ends too early"},
                                                   {"1/0", "divides by 0"},
                                                   {"1/(L-3)", "divides by 0"},
                                                   {"2 3", "\"3\" is left over"},
                                                   {"(1", "stays open"},
                                                   {"1)", "\")\" is left over"},
                                                   {"R/2", "\"R\" stands for nothing, but L, mu do"},
                                                   {"sqrt(2)", "the square root of 2 is no fraction"},
                                                   {"sqrt(-1)", "the square root of -1 is no fraction"},
                                                   {"2^L^0.5", "left over"},
                                                   {"2^(1/2)", "exponent 1/2"},
                                                   {"2^65", "exponent 65"},
                                                   {".", "a point has no digit"},
                                                   {"1e5", "\"e5\" is left over"},
                                                   {"NaN", "stands for nothing"},
                                                   {std::string(200, '('), "nested too deeply"},
                                                   {std::string(1001, '1'), "1001 characters"}};
  for (const auto& [text, reason] : reasons) {
    try {
      value_of(text, names);
      ADD_FAILURE() << text;
    } catch (const std::invalid_argument& wrong) {
      EXPECT_TRUE(std::string(wrong.what()).find(reason) != std::string::npos) << text << ": " << wrong.what();
    }
  }
}

}  // namespace
}  // namespace verigrad::rate_expression_test
