// Steps of stochastic gradient descent by hand, on ½(x − 1)² and ½·3(x + 1)².
#include "verigrad/algorithm/stochastic_gradient.hpp"

#include <gtest/gtest.h>

#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"

namespace verigrad::algorithm_stochastic_gradient_test {
namespace {

FiniteSum sum() {
  return FiniteSum({make_objective(Quadratic(at(1), at(1))), make_objective(Quadratic(at(3), at(-1)))});
}

TEST(StochasticGradient, step_sizes_of_the_texts) {
  EXPECT_EQ(StochasticGradient{ConstantStep{0.5}}.step_size<double>(7), 0.5);
  EXPECT_EQ(StochasticGradient{StronglyConvexStep{4}}.step_size<Rational>(2), Rational(1, 12));
  const StochasticGradient decaying{DecayingStep{.tau0 = 3, .k0 = 2}};
  EXPECT_EQ(decaying.step_size<Rational>(0), 3);
  EXPECT_EQ(decaying.step_size<Rational>(1), 2);
  EXPECT_EQ(decaying.step_size<Rational>(4), 1);
}

TEST(StochasticGradient, steps_along_the_drawn_term_with_its_own_step_size) {
  const StochasticGradient method{StronglyConvexStep{2}};
  const auto first = method.step(sum(), StochasticGradient::start(at(2)), 1);
  EXPECT_EQ(first.x, at(2 - 9 / 2.0));
  EXPECT_EQ(first.k, 1);
  const auto second = method.step(sum(), first, 0);
  EXPECT_EQ(second.x, at(-2.5 + 3.5 / 4));
}

TEST(StochasticGradient, a_batch_of_all_terms_is_gradient_descent) {
  const StochasticGradient method{ConstantStep{0.25}};
  EXPECT_EQ(method.step(sum(), StochasticGradient::start(at(2)), BatchIndices{0, 1}).x, at(2 - 5 / 4.0));
}

}  // namespace
}  // namespace verigrad::algorithm_stochastic_gradient_test
