// Gradients as GoogleTest assertions: EXPECT_TRUE(gradient_holds(check_gradient(f, gradient, x))). The framework
// decides nothing. Not compiled into the library: include it where GoogleTest is linked.
#pragma once

#include <gtest/gtest.h>

#include "verigrad/gradient/check_gradient.hpp"

namespace verigrad {

/// Success where the gradient holds; else what was found, entry by entry, is the message. Undecided is no success: say
/// gradient_does_not_fail where an entry may stay open.
inline testing::AssertionResult gradient_holds(const GradientReport& report) {
  if (report.verdict() == Verdict::holds) return testing::AssertionSuccess() << report.describe();
  return testing::AssertionFailure() << name(report.verdict()) << ": " << report.describe();
}

/// Success unless an entry fails.
inline testing::AssertionResult gradient_does_not_fail(const GradientReport& report) {
  if (report.verdict() != Verdict::fails) return testing::AssertionSuccess() << report.describe();
  return testing::AssertionFailure() << name(report.verdict()) << ": " << report.describe();
}

}  // namespace verigrad
