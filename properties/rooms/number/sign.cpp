// Signs and comparisons: certain means certain, and nothing is certain about NaN.
#include "verigrad/number/sign.hpp"

#include "law.hpp"
#include "operands.hpp"

namespace verigrad::number_sign_test {
namespace {

using namespace generate;

bool admits(Sign sign, const Rational& value) {
  switch (sign) {
    case Sign::negative: return value < 0;
    case Sign::zero: return value == 0;
    case Sign::positive: return value > 0;
    case Sign::nonnegative: return value >= 0;
    case Sign::nonpositive: return value <= 0;
    case Sign::unknown: break;
  }
  return true;
}

template <class T>
class Signs : public testing::Test {};
using Enclosures = testing::Types<Interval, Ball>;
TYPED_TEST_SUITE(Signs, Enclosures);

TYPED_TEST(Signs, admit_every_number_of_the_enclosure) {
  expect_law("signs", [] {
    const auto a = *inside<TypeParam>(finite_double());
    RC_ASSERT(admits(sign_of(a.enclosure), a.value));
    RC_ASSERT(sign_of(exact<TypeParam>(*finite_double())) != Sign::unknown);
  });
}

TYPED_TEST(Signs, name_the_five_certainties_and_the_open_case) {
  using T = TypeParam;
  EXPECT_EQ(sign_of(T::hull(-2, -1)), Sign::negative);
  EXPECT_EQ(sign_of(T::hull(-2, 0)), Sign::nonpositive);
  EXPECT_EQ(sign_of(T(0)), Sign::zero);
  EXPECT_EQ(sign_of(T::hull(0, 2)), Sign::nonnegative);
  EXPECT_EQ(sign_of(T::hull(1, 2)), Sign::positive);
  EXPECT_EQ(sign_of(T::hull(-1, 2)), Sign::unknown);
}

TYPED_TEST(Signs, of_comparisons_agree_with_the_exact_order) {
  expect_law("comparisons", [] {
    const auto source = gen::oneOf(finite_double(), gen::map(between(-3, 3), [](int k) { return double(k); }));
    const auto a = *inside<TypeParam>(source), b = *inside<TypeParam>(source);
    const TypeParam &x = a.enclosure, &y = b.enclosure;
    RC_ASSERT((!certainly_less(x, y) || a.value < b.value));
    RC_ASSERT((!certainly_at_most(x, y) || a.value <= b.value));
    RC_ASSERT((possibly_less(x, y) || a.value >= b.value));
    RC_ASSERT((!certainly_less(x, y) || (possibly_less(x, y) && certainly_at_most(x, y))));
    RC_ASSERT((!(certainly_less(x, y) && possibly_less(y, x))));
  });
}

TYPED_TEST(Signs, of_nan_are_unknown) {
  using T = TypeParam;
  const T nan = T::point(std::numeric_limits<double>::quiet_NaN());
  for (const T& x : {T(0), T(-1), T::hull(1, 2), nan}) {
    EXPECT_FALSE(certainly_less(x, nan) || certainly_less(nan, x));
    EXPECT_FALSE(certainly_at_most(x, nan) || certainly_at_most(nan, x));
    EXPECT_TRUE(possibly_less(x, nan) && possibly_less(nan, x));
  }
}

TEST(BallSigns, of_infinite_midpoints_are_unknown) {
  Ball infinite;
  arb_pos_inf(infinite.arb());
  EXPECT_EQ(sign_of(infinite), Sign::unknown);
  EXPECT_EQ(sign_of(-infinite), Sign::unknown);
}

template <class T>
void expect_point_signs() {
  EXPECT_EQ(sign_of(T(-1)), Sign::negative);
  EXPECT_EQ(sign_of(T(0)), Sign::zero);
  EXPECT_EQ(sign_of(T(1)), Sign::positive);
  EXPECT_TRUE(certainly_less(T(1), T(2)) && certainly_at_most(T(2), T(2)) && !possibly_less(T(2), T(2)));
}

TEST(PointSigns, are_exact) {
  expect_point_signs<double>();
  expect_point_signs<Rational>();
  EXPECT_EQ(sign_of(Rational(1) / pow(boost::multiprecision::mpz_int(10), 5000)), Sign::positive);
  EXPECT_EQ(sign_of(-std::numeric_limits<double>::denorm_min()), Sign::negative);
}

TEST(PointSigns, of_nan_are_unknown) {
  EXPECT_EQ(sign_of(std::numeric_limits<double>::quiet_NaN()), Sign::unknown);
  EXPECT_FALSE(certainly_at_most(std::numeric_limits<double>::quiet_NaN(), 1.0));
}

}  // namespace
}  // namespace verigrad::number_sign_test
