// Right-hand sides of DIN and of the momentum systems by hand.
#include "verigrad/flow/momentum_systems.hpp"

#include <gtest/gtest.h>

#include "verigrad/flow/din.hpp"

namespace verigrad::flow_momentum_systems_test {
namespace {

Vector<Rational> at(const Rational& x) { return Vector<Rational>::Constant(1, x); }

void expect_phase(const Phase<Rational>& velocity, const Rational& w, const Rational& z) {
  EXPECT_EQ(velocity.w[0], w);
  EXPECT_EQ(velocity.z[0], z);
}

/// α = 3, β = ½ at θ = 2, ψ = 5: s = (3 − 2)·2 + 2·5 = 12.
TEST(Din, velocity_by_hand) {
  const DinState<Rational> state{at(2), at(5)};
  EXPECT_EQ(din_residual<Rational>(state, 3, Rational(1, 2))[0], 12);
  const DinState<Rational> velocity = din_velocity<Rational>(state, at(4), 3, Rational(1, 2));
  EXPECT_EQ(velocity.theta[0], -14);
  EXPECT_EQ(velocity.psi[0], -12);
}

TEST(MomentumSystems, velocities_by_hand) {
  expect_phase(momentum_velocity<Rational>(at(3), at(5)), 3, -5);
  expect_phase(friction_velocity<Rational>(at(3), at(5), 2, 4), 3, Rational(-13, 2));
  expect_phase(relaxation_velocity<Rational>(at(3), at(5), Rational(1, 2)), 3, -16);
}

TEST(AdamSystem, velocity_of_a_coordinate_by_hand) {
  const AdamCoordinate<Rational> velocity = adam_velocity<Rational>(3, 2, 5, Rational(1, 2), Rational(1, 4));
  EXPECT_EQ(velocity.w, Rational(3, 2));
  EXPECT_EQ(velocity.z, -16);
  EXPECT_EQ(velocity.d, 84);
}

}  // namespace
}  // namespace verigrad::flow_momentum_systems_test
