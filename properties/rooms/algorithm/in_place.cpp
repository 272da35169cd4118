// The step in place over double: the bits of the step that makes a new state, and no allocation.
#include <cstdlib>
#include <vector>

#include <gtest/gtest.h>

#include "verigrad/algorithm/adagrad.hpp"
#include "verigrad/algorithm/adam_system.hpp"
#include "verigrad/algorithm/explicit_momentum.hpp"
#include "verigrad/algorithm/gradient_descent.hpp"
#include "verigrad/algorithm/heavy_ball.hpp"
#include "verigrad/algorithm/inna.hpp"
#include "verigrad/algorithm/momentum.hpp"
#include "verigrad/algorithm/nesterov.hpp"
#include "verigrad/algorithm/rmsprop.hpp"
#include "verigrad/problem/quadratic.hpp"

#include "properties/rooms/allocations.hpp"

namespace verigrad::algorithm_in_place_test {
namespace {

/// More than two blocks, every entry different.
Vector<double> ramp(double slope) { return Vector<double>::LinSpaced(600, 1, 600) * slope; }

const Vector<double> start = ramp(0.3).reverse();

std::vector<Vector<double>> vectors(const Vector<double>& x) { return {x}; }
std::vector<Vector<double>> vectors(const HeavyBall::State<double>& s) { return {s.theta, s.m}; }
std::vector<Vector<double>> vectors(const LaggedMomentum::State<double>& s) { return {s.x, s.m}; }
std::vector<Vector<double>> vectors(const Inna::State<double>& s) { return {s.theta, s.psi}; }

/// Five steps of each kind on a quadratic of 600 parameters whose roundings differ from entry to entry.
template <class Method, class State, class... Size>
void expect_the_bits_of_step(const Method& method, const State& from, Size... size) {
  const auto f = make_objective(Quadratic(ramp(0x1p-10), ramp(0.1)));
  State by_step = from, in_place = from;
  for (int k = 0; k < 5; ++k) {
    by_step = method.template step<double>(f->over<double>(), by_step, size...);
    method.template advance<double>(in_place, f->over<double>().gradient(vectors(in_place).front()), size...);
    EXPECT_EQ(vectors(in_place), vectors(by_step)) << k;
  }
  EXPECT_NE(vectors(in_place), vectors(from));
}

TEST(Advance, HasTheBitsOfStep) {
  expect_the_bits_of_step(GradientDescent{0.1}, start);
  expect_the_bits_of_step(HeavyBall{0.1, 0.9}, HeavyBall::start<double>(start));
  expect_the_bits_of_step(LaggedMomentum{0.1, 0.9}, LaggedMomentum::start<double>(start));
  const Inna inna{.alpha = 0.7, .beta = 0.3};
  expect_the_bits_of_step(inna, inna.start<double>(start), 0.1);
}

#ifndef __SANITIZE_ADDRESS__
template <class Method, class State, class... Size>
void expect_no_allocation(const Method& method, State state, Size... size) {
  const long before_gradient = allocations();
  const Vector<double> gradient = ramp(-0.7);
  const long before = allocations();
  EXPECT_GT(before, before_gradient) << "the counter counts";
  method.template advance<double>(state, gradient, size...);
  EXPECT_EQ(allocations(), before);
}

TEST(Advance, AllocatesNothing) {
  expect_no_allocation(GradientDescent{0.1}, start);
  expect_no_allocation(HeavyBall{0.1, 0.9}, HeavyBall::start<double>(start));
  expect_no_allocation(Nesterov{0.1, 0.9}, Nesterov::start<double>(start));
  expect_no_allocation(LaggedMomentum{0.1, 0.9}, LaggedMomentum::start<double>(start));
  expect_no_allocation(ExplicitMomentum{0.1}, ExplicitMomentum::start<double>(start));
  expect_no_allocation(Adagrad{0.1, 0.1}, Adagrad::start<double>(start));
  expect_no_allocation(RmsProp{0.1, 0.9, 0.1}, RmsProp::start<double>(start));
  expect_no_allocation(Adam{0.1, 0.9, 0.99, 0.1}, Adam::start<double>(start));
  expect_no_allocation(AdamWithoutBiasCorrection{0.1, 0.9, 0.99, 0.1}, AdamWithoutBiasCorrection::start<double>(start));
  expect_no_allocation(AdamSystem{0.1, 1, 1}, AdamSystem::start<double>(start, start));
  const Inna inna{.alpha = 0.7, .beta = 0.3};
  expect_no_allocation(inna, inna.start<double>(start), 0.1);
}
#endif

}  // namespace
}  // namespace verigrad::algorithm_in_place_test
