// The helper for users' own tests: what it lets through, and what it says.
#include "verigrad/gradient/googletest.hpp"

#include <cmath>

#include "verigrad/problem/point.hpp"

namespace verigrad::gradient_googletest_test {
namespace {

GradientReport report_on(double slope) {
  return check_gradient([](const Vector<double>& x) { return std::sin(x[0]); },
                        [=](const Vector<double>&) { return vector({slope}); }, vector({0}));
}

TEST(GradientAssertions, pass_what_holds_and_say_what_was_found) {
  EXPECT_TRUE(gradient_holds(report_on(1)));
  EXPECT_TRUE(gradient_does_not_fail(report_on(1)));
  const testing::AssertionResult wrong = gradient_holds(report_on(-1));
  EXPECT_FALSE(wrong);
  EXPECT_NE(std::string(wrong.message()).find("fails: gradient of 1 entries"), std::string::npos) << wrong.message();
  EXPECT_NE(std::string(wrong.message()).find("wrong sign"), std::string::npos) << wrong.message();
  EXPECT_FALSE(gradient_does_not_fail(report_on(-1)));
}

TEST(GradientAssertions, what_is_undecided_does_not_hold) {
  const GradientReport constant = check_gradient([](const Vector<double>&) { return 1.0; },
                                                 [](const Vector<double>&) { return vector({0}); }, vector({0}));
  EXPECT_FALSE(gradient_holds(constant));
  EXPECT_TRUE(gradient_does_not_fail(constant));
}

}  // namespace
}  // namespace verigrad::gradient_googletest_test
