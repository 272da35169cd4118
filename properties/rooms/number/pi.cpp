// π lies between its convergents, and only balls hold it.
#include "verigrad/number/pi.hpp"

#include <gtest/gtest.h>

#include "verigrad/number/frac.hpp"
#include "verigrad/number/sign.hpp"

namespace verigrad::number_pi_test {
namespace {

TEST(Pi, lies_between_its_convergents) {
  const Number::Over balls(Number::Kind::ball);
  EXPECT_TRUE(certainly_less<Number>(frac(103993, 33102), pi()));
  EXPECT_TRUE(certainly_less<Number>(pi(), frac(104348, 33215)));
}

TEST(Pi, is_of_balls_alone) {
  const Number::Over rationals(Number::Kind::rational);
  EXPECT_THROW(pi(), std::domain_error);
}

}  // namespace
}  // namespace verigrad::number_pi_test
