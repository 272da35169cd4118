// The step in place over double allocates nothing.
#include <cstdlib>

#include <gtest/gtest.h>

#include "verigrad/algorithm/adam_system.hpp"
#include "verigrad/algorithm/explicit_momentum.hpp"
#include "verigrad/algorithm/gradient_descent.hpp"
#include "verigrad/algorithm/heavy_ball.hpp"
#include "verigrad/algorithm/inna.hpp"
#include "verigrad/algorithm/momentum.hpp"
#include "verigrad/algorithm/nesterov.hpp"

#include "properties/rooms/allocations.hpp"

namespace verigrad::algorithm_in_place_test {
namespace {

#ifndef __SANITIZE_ADDRESS__
/// More than two blocks.
Vector<double> ramp(double slope) { return Vector<double>::LinSpaced(600, 1, 600) * slope; }

const Vector<double> start = ramp(0.3).reverse();

template <class Method, class State, class... Size>
void expect_no_allocation(const Method& method, State state, Size... size) {
  const long before_gradient = allocations();
  const Vector<double> gradient = ramp(-0.7);
  const long before = allocations();
  EXPECT_GT(before, before_gradient) << "the counter counts";
  method.template advance<double>(state, gradient, size...);
  EXPECT_EQ(allocations(), before);
}

TEST(Advance, allocates_nothing) {
  expect_no_allocation(GradientDescent{0.1}, start);
  expect_no_allocation(HeavyBall{0.1, 0.9}, HeavyBall::start<double>(start));
  expect_no_allocation(Nesterov{0.1, 0.9}, Nesterov::start<double>(start));
  expect_no_allocation(LaggedMomentum{0.1, 0.9}, LaggedMomentum::start<double>(start));
  expect_no_allocation(ExplicitMomentum{0.1}, ExplicitMomentum::start<double>(start));
  expect_no_allocation(AdamWithoutBiasCorrection{0.1, 0.9, 0.99, 0.1}, AdamWithoutBiasCorrection::start<double>(start));
  expect_no_allocation(AdamSystem{0.1, 1, 1}, AdamSystem::start<double>(start, start));
  const Inna inna{.alpha = 0.7, .beta = 0.3};
  expect_no_allocation(inna, inna.start<double>(start), 0.1);
}
#endif

}  // namespace
}  // namespace verigrad::algorithm_in_place_test
