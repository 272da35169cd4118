// The largest ratio of a bound's sides, as it is reported.
#include "verigrad/check/ratio.hpp"

#include <gtest/gtest.h>

namespace verigrad::check_ratio_test {
namespace {

Check with_margin(double margin) {
  return {{"stem", Kind::conclusion, "name"}, [=](const Settings&) {
            Evidence evidence;
            evidence.smallest_margin = margin;
            evidence.tightest = "a ≤ b at 3: x = 1";
            return evidence;
          }};
}

TEST(LargestRatio, is_noted_with_its_instance) {
  const Check check = noting_largest_ratio(with_margin(0.25));
  EXPECT_EQ(check.run({}).note, "largest ratio of both sides found: 0.7500, for a ≤ b at 3: x = 1");
  EXPECT_EQ(check.id.full_name(), "stem.name");
}

TEST(LargestRatio, of_identities_is_none) {
  const Check check = noting_largest_ratio(with_margin(std::numeric_limits<double>::infinity()));
  EXPECT_TRUE(check.run({}).note.empty());
}

}  // namespace
}  // namespace verigrad::check_ratio_test
