// Adaptive methods by hand: one step each on gradients whose roots are doubles, and the in-place step over many blocks.
#include <gtest/gtest.h>

#include "verigrad/algorithm/adagrad.hpp"
#include "verigrad/algorithm/adam_system.hpp"
#include "verigrad/algorithm/explicit_momentum.hpp"
#include "verigrad/algorithm/heavy_ball.hpp"
#include "verigrad/algorithm/inna.hpp"
#include "verigrad/algorithm/momentum.hpp"
#include "verigrad/algorithm/nesterov.hpp"
#include "verigrad/algorithm/rmsprop.hpp"

namespace verigrad::algorithm_adaptive_test {
namespace {

Vector<double> vector(double x, double y) {
  Vector<double> v(2);
  v << x, y;
  return v;
}

const Vector<double> zero = Vector<double>::Zero(2), one = Vector<double>::Ones(2);

TEST(Adagrad, divides_by_the_root_of_the_sum) {
  const Adagrad method{.alpha = 1, .epsilon = 1};
  auto state = method.start<double>(zero);
  method.advance<double>(state, vector(3, -1));
  EXPECT_EQ(state.theta, vector(-0.75, 0.5));
  method.advance<double>(state, vector(4, 0));
  EXPECT_EQ(state.sum, vector(25, 1));
  EXPECT_EQ(state.theta, vector(-0.75 - 4.0 / 6.0, 0.5));
}

TEST(RmsProp, divides_by_the_root_of_the_average) {
  const RmsProp method{.alpha = 1, .beta = 0.75, .epsilon = 0.5};
  auto state = method.start<double>(zero);
  method.advance<double>(state, vector(3, -1));
  EXPECT_EQ(state.v, vector(2.25, 0.25));
  EXPECT_EQ(state.theta, vector(-1.5, 1));
}

TEST(Adam, corrects_the_bias) {
  const Adam method{.alpha = 1, .beta1 = 0.5, .beta2 = 0.75, .epsilon = 1};
  auto state = Adam::start<double>(zero);
  method.advance<double>(state, vector(3, -1));
  EXPECT_EQ(state.m, vector(1.5, -0.5));
  EXPECT_EQ(state.v, vector(2.25, 0.25));
  EXPECT_EQ(state.theta, vector(-0.75, 0.5));
}

/// Under a constant gradient the corrected moments are g and g² at every step, so that each moves by α g/(|g| + ε).
TEST(Adam, corrects_the_bias_at_every_step) {
  const Adam method{.alpha = 1, .beta1 = 0.5, .beta2 = 0.75, .epsilon = 1};
  auto state = Adam::start<Rational>(exact<Rational>(zero));
  for (int k = 1; k <= 3; ++k) {
    method.advance<Rational>(state, exact<Rational>(vector(3, -1)));
    EXPECT_EQ(state.theta[0], Rational(-3, 4) * k);
    EXPECT_EQ(state.theta[1], Rational(1, 2) * k);
  }
}

TEST(Adam, without_correction_moves_elsewhere) {
  const AdamWithoutBiasCorrection method{.alpha = 1, .beta1 = 0.5, .beta2 = 0.75, .epsilon = 0.5};
  auto state = AdamWithoutBiasCorrection::start<double>(zero);
  method.advance<double>(state, vector(3, -1));
  EXPECT_EQ(state.theta, vector(-0.75, 0.5));
}

TEST(AdamSystem, moves_before_it_sees_the_gradient) {
  const AdamSystem method{.dt = 1, .eps1 = 2, .eps2 = 4};
  auto state = AdamSystem::start<double>(zero, one);
  method.advance<double>(state, vector(2, -2));
  EXPECT_EQ(state.w, zero);
  EXPECT_EQ(state.z, vector(-1, 1));
  EXPECT_EQ(state.d, vector(1.75, 1.75));
}

/// β₁ = ½, β₂ = ¾ from θ = 0, m, v: along g = 2.
template <class Method>
AdamState<Rational> stepped(const Method& method, AdamState<Rational> state, int g) {
  method.template advance<Rational>(state, Vector<Rational>::Constant(1, Rational(g)));
  return state;
}
AdamState<Rational> at_moments(const Rational& m, const Rational& v) {
  AdamState<Rational> state = AdamState<Rational>::start(Vector<Rational>::Constant(1, Rational(0)));
  state.m[0] = m;
  state.v[0] = v;
  return state;
}
void expect_state(const AdamState<Rational>& state, const Rational& theta, const Rational& m, const Rational& v) {
  EXPECT_EQ(state.theta[0], theta);
  EXPECT_EQ(state.m[0], m);
  EXPECT_EQ(state.v[0], v);
}

TEST(LaggedAdam, moves_by_the_moments_before) {
  const LaggedAdam method{.alpha = 1, .beta1 = 0.5, .beta2 = 0.75};
  const auto first = stepped(method, at_moments(0, 4), 2);
  expect_state(first, 0, 1, 4);
  expect_state(stepped(method, first, 0), Rational(-1, 2), Rational(1, 2), 3);
}

TEST(LaggedAdamWithoutHat, takes_the_first_moment_for_the_second) {
  const LaggedAdamWithoutHat method{.alpha = 1, .beta1 = 0.5, .beta2 = 0.75};
  expect_state(stepped(method, at_moments(1, 4), 2), Rational(-1, 2), Rational(3, 2), Rational(7, 4));
}

TEST(RescaledAdamAsPrinted, divides_by_the_powers_of_the_step_before) {
  AdamState<Rational> state = at_moments(1, 4);
  state.beta1_to_k = Rational(1, 2);
  state.beta2_to_k = Rational(3, 4);
  const auto next = stepped(RescaledAdamAsPrinted{.alpha = 1, .beta1 = 0.5, .beta2 = 0.75}, state, 2);
  expect_state(next, Rational(-1, 2), 3, 7);
  EXPECT_EQ(next.beta1_to_k, Rational(1, 4));
  EXPECT_EQ(next.beta2_to_k, Rational(9, 16));
}

TEST(RescaledAdamRepaired, divides_by_the_powers_of_its_own_step) {
  const RescaledAdamRepaired method{.alpha = 1, .beta1 = 0.5, .beta2 = 0.75};
  const auto first = stepped(method, at_moments(0, 4), 2);
  expect_state(first, 0, 2, 16);
  expect_state(stepped(method, first, 0), Rational(-1, 2), Rational(4, 3), Rational(192, 7));
}

TEST(RescaledAdamAsPrinted, divides_by_zero_first) {
  AdamState<double> state = AdamState<double>::start(zero);
  state.v = one;
  RescaledAdamAsPrinted{.alpha = 1, .beta1 = 0.5, .beta2 = 0.75}.advance<double>(state, one);
  EXPECT_FALSE(std::isfinite(state.m[0]));
}

TEST(Advance, refuses_a_gradient_of_another_size) {
  auto state = Adam::start<double>(zero);
  EXPECT_THROW((Adam{.alpha = 1, .beta1 = 0, .beta2 = 0, .epsilon = 1}.advance<double>(state, Vector<double>::Ones(3))),
               std::invalid_argument);
}

/// Gradients and iterates of more than two blocks, every entry different.
Vector<double> ramp(double slope) { return Vector<double>::LinSpaced(600, 1, 600) * slope; }

/// One entry after two steps is what the method does to that entry alone.
template <class Method, class State, class... Size>
void each_entry_alone(const Method& method, const State& start, Vector<double> State::*theta, Size... size) {
  State all = start;
  for (const double slope : {0.25, -2.0}) method.template advance<double>(all, ramp(slope), size...);
  for (const Eigen::Index i : {0, 255, 256, 511, 512, 599}) {
    const auto entry = [i](const Vector<double>& x) { return Vector<double>::Constant(1, x[i]); };
    State alone = method.template start<double>(entry(start.*theta));
    for (const double slope : {0.25, -2.0}) method.template advance<double>(alone, entry(ramp(slope)), size...);
    EXPECT_EQ((alone.*theta)[0], (all.*theta)[i]) << i;
  }
}

TEST(Advance, treats_each_entry_alone_in_every_block) {
  each_entry_alone(HeavyBall{0.5, 0.75}, HeavyBall::start<double>(ramp(1)), &HeavyBall::State<double>::theta);
  each_entry_alone(Nesterov{0.5, 0.75}, Nesterov::start<double>(ramp(1)), &Nesterov::State<double>::theta);
  each_entry_alone(LaggedMomentum{0.5, 0.75}, LaggedMomentum::start<double>(ramp(1)),
                   &LaggedMomentum::State<double>::x);
  each_entry_alone(ExplicitMomentum{0.5}, ExplicitMomentum::start<double>(ramp(1)),
                   &ExplicitMomentum::State<double>::w);
  const Inna inna{.alpha = 0.75, .beta = 0.5};
  each_entry_alone(inna, inna.start<double>(ramp(1)), &Inna::State<double>::theta, 0.25);
}

/// ADAM's first step from any moments, in double against balls. Roundings, u = 2⁻⁵³ each: m⁺ 3, relative to
/// |β₁m| + |(1 − β₁)g|; v⁺ 4, all terms positive; 1/(1 − β₁) and 1/(1 − β₂) 2; their products with m⁺ and v⁺ 6 and 7;
/// √ halves and adds 1; + ε 1; ÷ 1; that is 12.5 relative to the move, 13.5 with the last difference: below 14u.
TEST(Adam, rounds_as_derived) {
  const Ball::Precision precision(256);
  const Adam method{.alpha = 0.001, .beta1 = 0.9, .beta2 = 0.999, .epsilon = 1e-8};
  AdamState<double> state = Adam::start<double>(ramp(1));
  state.m = ramp(-0.3).reverse();
  state.v = ramp(0.7);
  AdamState<Ball> exactly = Adam::start<Ball>(exact<Ball>(state.theta));
  exactly.m = exact<Ball>(state.m);
  exactly.v = exact<Ball>(state.v);
  const AdamState<double> before = state;
  const Vector<double> g = ramp(0.1);
  method.advance<double>(state, g);
  method.advance<Ball>(exactly, exact<Ball>(g));
  double largest = 0;
  for (Eigen::Index i = 0; i < g.size(); ++i) {
    const double moment = 0.9 * std::abs(before.m[i]) + 0.1 * std::abs(g[i]);
    const double move = 0.001 * moment / 0.1 / (std::sqrt(state.v[i] / 0.001) + 1e-8);
    const double error = std::abs(approximate(Ball(exactly.theta[i] - exact<Ball>(state.theta[i]))));
    largest = std::max(largest, error / ((std::abs(before.theta[i]) + move) * 0x1p-53));
  }
  EXPECT_LT(largest, 14);
  EXPECT_GT(largest, 0);
}

}  // namespace
}  // namespace verigrad::algorithm_adaptive_test
