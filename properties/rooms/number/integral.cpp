// The quadrature encloses integrals that are known in closed form, tightly, and says so when there is none.
#include "verigrad/number/integral.hpp"

#include <gtest/gtest.h>

#include "verigrad/number/sign.hpp"

namespace verigrad::number_integral_test {
namespace {

void square_of(acb_ptr result, acb_srcptr z, long bits) { acb_mul(result, z, z, bits); }

/// 4/(1 + z²), with poles at ±i.
void arctangent_density(acb_ptr result, acb_srcptr z, long bits) {
  acb_mul(result, z, z, bits);
  acb_add_ui(result, result, 1, bits);
  acb_inv(result, result, bits);
  acb_mul_ui(result, result, 4, bits);
}

void reciprocal(acb_ptr result, acb_srcptr z, long bits) { acb_inv(result, z, bits); }

class Integral : public testing::TestWithParam<int> {};

TEST_P(Integral, of_a_square_contains_a_third) {
  const Ball::Precision precision(GetParam());
  const Ball third = integral(square_of, Ball(0), Ball(1));
  EXPECT_TRUE(arb_contains_si(Ball(third * Ball(3)).arb(), 1));
  EXPECT_GT(arb_rel_accuracy_bits(third.arb()), GetParam() - 16);
}

TEST_P(Integral, of_the_arctangent_density_contains_pi) {
  const Ball::Precision precision(GetParam());
  const Ball found = integral(arctangent_density, Ball(0), Ball(1));
  Ball pi;
  arb_const_pi(pi.arb(), 2 * GetParam());
  EXPECT_TRUE(arb_contains(found.arb(), pi.arb()));
  EXPECT_GT(arb_rel_accuracy_bits(found.arb()), GetParam() - 16);
}

TEST_P(Integral, changes_sign_with_the_direction) {
  const Ball::Precision precision(GetParam());
  const Ball sum = integral(square_of, Ball(1), Ball(-2)) + integral(square_of, Ball(-2), Ball(1));
  EXPECT_TRUE(arb_contains_zero(sum.arb()));
  EXPECT_TRUE(certainly_less(integral(square_of, Ball(1), Ball(-2)), Ball(-2)));
}

TEST_P(Integral, across_a_pole_decides_nothing) {
  const Ball::Precision precision(GetParam());
  EXPECT_FALSE(integral(reciprocal, Ball(-1), Ball(1)).is_finite());
}

INSTANTIATE_TEST_SUITE_P(Bits, Integral, testing::Values(64, 256));

}  // namespace
}  // namespace verigrad::number_integral_test
