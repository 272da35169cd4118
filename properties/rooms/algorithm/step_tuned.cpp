// Steps of the step-tuned methods by hand, on ½(θ − 1)² and ½·3(θ + 1)², in double and float, and what they refuse.
#include <cmath>

#include <gtest/gtest.h>

#include "verigrad/algorithm/gradient_variation.hpp"
#include "verigrad/algorithm/step_tuned_sgd.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"

#include "properties/rooms/allocations.hpp"

namespace verigrad::algorithm_step_tuned_test {
namespace {

FiniteSum sum() {
  return FiniteSum({make_objective(Quadratic(at(1), at(1))), make_objective(Quadratic(at(3), at(-1)))});
}

const StepTunedSgd step_tuned{.decay = {0.5, 0.25}, .nu = 2, .beta = 0.5};
const GradientVariationSgd varied{.decay = {0.5, 0.25}, .nu = 2};

TEST(CurvatureStep, is_the_quotient_where_it_is_positive) {
  EXPECT_EQ(curvature_step<double>(3, 2, 8), 1.5);
  EXPECT_EQ(curvature_step<double>(3, 0, 8), 8);
  EXPECT_EQ(curvature_step<Rational>(3, -2, 8), 8);
}

TEST(CurvatureStep, is_the_hull_where_the_sign_is_open) {
  const Interval step = curvature_step<Interval>(Interval(1), Interval::hull(0.0, 1.0), Interval(4));
  EXPECT_FALSE(step.upper() < 4);
}

TEST(StepRange, restrict) {
  const StepRange bounds{0.5, 2};
  EXPECT_EQ(bounds.restricted(3.0), 2);
  EXPECT_EQ(bounds.restricted(0.25), 0.5);
  EXPECT_EQ(bounds.restricted(1.25), 1.25);
}

TEST(PowerDecay, begins_with_alpha) {
  const PowerDecay decay{0.5, 0.25};
  EXPECT_EQ(decay.at<double>(0), 0.5);
  EXPECT_EQ(decay.at<Rational>(0), Rational(1, 2));
  EXPECT_EQ(decay.at<double>(15), 0.5 / 8);
}

TEST(StepTunedSgd, steps_twice_on_a_batch_and_tunes_the_next) {
  auto state = step_tuned.start(at(2));
  step_tuned.advance<double>(state, at(1));
  EXPECT_EQ(state.theta, at(1.5));
  EXPECT_EQ(state.k, 0);
  step_tuned.advance<double>(state, at(0.5));
  EXPECT_EQ(state.theta, at(1.25));
  EXPECT_EQ(state.average, at(-0.25));
  EXPECT_EQ(state.gamma, 1) << "the curvature is 1";
  EXPECT_EQ(state.k, 1);
}

TEST(StepTunedSgd, takes_batches_of_a_sum) {
  const auto state = step_tuned.step<double>(sum(), step_tuned.start(at(2)), {1}, 0.125);
  EXPECT_EQ(state.theta, at(2 - 9 * 0.125 - 3 * 1.875 * 0.125));
  EXPECT_EQ(state.gamma, 0.5) << "1/3, restricted";
}

TEST(StepTunedSgd, takes_nu_along_negative_curvature) {
  auto state = step_tuned.start(at(2));
  step_tuned.advance<double>(state, at(1));
  step_tuned.advance<double>(state, at(4));
  EXPECT_EQ(state.gamma, 2);
}

TEST(StepTunedSgd, rounds_its_coefficients_once_over_float) {
  auto state = step_tuned.start<float>(at(2).cast<float>());
  step_tuned.advance<float>(state, at(1).cast<float>());
  step_tuned.advance<float>(state, at(0.5).cast<float>());
  EXPECT_EQ(state.theta, at(1.25).cast<float>());
  EXPECT_EQ(state.gamma, 1);
}

TEST(CurvatureDescent, is_at_the_minimiser_of_a_parabola_after_two_steps) {
  const CurvatureDescent method{1, 2};
  auto state = CurvatureDescent::start(at(2));
  const FiniteSum f = sum();
  const auto& parabola = f.term(1).over<double>();
  state = method.step<double>(parabola, state);
  EXPECT_EQ(state.theta, at(2 - 9));
  state = method.step<double>(parabola, state);
  EXPECT_EQ(state.theta, at(-1));
  EXPECT_EQ(state.k, 2);
}

TEST(GradientVariationSgd, tells_its_three_estimates_apart) {
  const FiniteSum f = sum();
  auto state = varied.start(at(2));
  varied.advance<double>(state, at(1), at(0));
  EXPECT_EQ(state.theta, at(1.5));
  EXPECT_EQ(StochasticVariation::of<double>(state, at(7.5)), at(6.5));
  EXPECT_EQ(ExactVariation::of<double>(f, state), at(2 * -0.5));
  EXPECT_EQ(ExpectedVariation::of<double>(f, state, {{0}, {1}}), at(-0.5 * (1 + 27) / 2));
}

TEST(StepTuned, refuses_what_the_methods_cannot_take) {
  EXPECT_THROW((StepTunedSgd{.decay = {0.5}, .beta = 1}), std::invalid_argument);
  EXPECT_THROW((StepTunedSgd{.decay = {-1}}), std::invalid_argument);
  EXPECT_THROW((StepTunedSgd{.decay = {0.5}, .nu = std::nan("")}), std::invalid_argument);
  EXPECT_THROW((CurvatureDescent{-1}), std::invalid_argument);
  const StepTunedSgd crossed{.decay = {0.5}, .bounds = {2, 1}};
  EXPECT_THROW(crossed.start(at(1)), std::invalid_argument);
  const GradientVariationSgd crossed_too{.decay = {0.5}, .bounds = {2, 1}};
  EXPECT_THROW(crossed_too.start(at(1)), std::invalid_argument);
  auto state = step_tuned.start(at(1));
  EXPECT_THROW(step_tuned.advance<double>(state, Vector<double>::Ones(2)), std::invalid_argument);
  auto other = varied.start(at(1));
  EXPECT_THROW(varied.advance<double>(other, at(1), Vector<double>::Ones(2)), std::invalid_argument);
}

#ifndef __SANITIZE_ADDRESS__
TEST(StepTuned, allocates_nothing_in_a_step) {
  const Vector<double> theta = Vector<double>::LinSpaced(600, 1, 2), gradient = theta, other = 2 * theta;
  auto tuned = step_tuned.start(theta);
  auto estimated = varied.start(theta);
  auto whole = CurvatureDescent::start(theta);
  const CurvatureDescent descent{0.5, 2};
  const long before = allocations();
  for (int step = 0; step < 2; ++step) {
    step_tuned.advance<double>(tuned, gradient);
    varied.advance<double>(estimated, gradient, other);
    descent.advance<double>(whole, gradient);
  }
  EXPECT_EQ(allocations(), before);
}
#endif

}  // namespace
}  // namespace verigrad::algorithm_step_tuned_test
