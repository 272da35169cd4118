// cover: a box is decided as a whole, at its border too; a claim that fails at a point of it fails, and what is an
// equality inside stays open.
#include "verigrad/check/cover.hpp"

#include <gtest/gtest.h>

#include "verigrad/problem/point.hpp"

namespace verigrad::check_cover_test {
namespace {

const Box unit_interval{at(0), at(1)};

TEST(Cover, decides_every_point_of_a_box) {
  const Evidence evidence = cover("x in [0, 1]", unit_interval, [](const Vector<Number>& p, Claims& claims) {
    claims.less("x(1 − x) < 1/4 + 1/1024", p[0] * (1 - p[0]), frac(257, 1024));
  });
  EXPECT_EQ(evidence.verdict, Verdict::holds);
  EXPECT_EQ(evidence.level, Level::covered);
  EXPECT_GT(evidence.cases, 2);
}

TEST(Cover, finds_the_point_where_a_claim_fails) {
  const Evidence evidence = cover("x in [0, 1]", unit_interval, [](const Vector<Number>& p, Claims& claims) {
    claims.less("x(1 − x) < 1/4 − 2⁻²⁰", p[0] * (1 - p[0]), frac(1, 4) - frac(1, 1 << 20));
  });
  EXPECT_EQ(evidence.verdict, Verdict::fails);
  EXPECT_NE(evidence.counterexample.find("at (0.5)"), std::string::npos) << evidence.counterexample;
  EXPECT_NE(evidence.counterexample.find("1/4"), std::string::npos) << evidence.counterexample;
}

TEST(Cover, a_claim_that_fails_at_the_border_fails) {
  const Evidence evidence = cover("x in [0, 1]", unit_interval, [](const Vector<Number>& p, Claims& claims) {
    claims.less("x² < 1 − 2⁻²⁰", p[0] * p[0], 1 - frac(1, 1 << 20));
  });
  EXPECT_EQ(evidence.verdict, Verdict::fails);
}

TEST(Cover, an_equality_inside_the_box_stays_open) {
  const Evidence evidence = cover(
      "x in [0, 1]", unit_interval,
      [](const Vector<Number>& p, Claims& claims) { claims.at_most("x(1 − x) ≤ 1/4", p[0] * (1 - p[0]), frac(1, 4)); },
      1000);
  EXPECT_EQ(evidence.verdict, Verdict::undecided);
  EXPECT_NE(evidence.counterexample.find("from ("), std::string::npos) << evidence.counterexample;
}

TEST(Cover, two_parameters_are_halved_along_the_longer_side) {
  const Box box{vector({0, 0}), vector({1, 4})};
  const Evidence evidence = cover("(x, y) in [0, 1] × [0, 4]", box, [](const Vector<Number>& p, Claims& claims) {
    claims.less("x y − y < 1/8", p[0] * p[1] - p[1], frac(1, 8));
  });
  EXPECT_EQ(evidence.verdict, Verdict::holds);
}

TEST(Cover, an_identity_is_refused) {
  const ClaimsAt identity = [](const Vector<Number>& p, Claims& claims) { claims.equal("x = x", p[0], p[0]); };
  EXPECT_THROW(cover("x in [0, 1]", unit_interval, identity), std::invalid_argument);
}

}  // namespace
}  // namespace verigrad::check_cover_test
