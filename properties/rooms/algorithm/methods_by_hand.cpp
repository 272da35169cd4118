// Three and more steps of each method by hand, in fractions: where no root is taken, or only of squares.
#include <gtest/gtest.h>

#include "properties/rooms/algorithm/methods.hpp"

namespace verigrad::algorithm_methods_by_hand_test {
namespace {

using Fractions = std::vector<Rational>;
Rational over(int numerator, int denominator) { return {numerator, denominator}; }
Vector<Rational> single(const Rational& x) { return Vector<Rational>::Constant(1, x); }

/// The iterates of one parameter from 1, along the gradients.
template <class Method>
Fractions iterates(const Method& method, const Fractions& gradients) {
  auto state = method.template start<Rational>(single(1));
  Fractions result;
  for (const Rational& g : gradients) {
    method.template advance<Rational>(state, single(g));
    result.push_back(state.theta[0]);
  }
  return result;
}

TEST(Sgd, keeps_the_rate_outside_the_velocity) {
  const Sgd method{.gamma = 0.5, .mu = 0.5};
  // b = 2, 2, −2.
  EXPECT_EQ(iterates(method, {2, 1, -3}), (Fractions{0, -1, 0}));
  auto state = Sgd::start<Rational>(single(1));
  method.advance<Rational>(state, single(2));
  method.advance<Rational>(state, single(0), over(1, 8));
  EXPECT_EQ(state.theta[0], over(-1, 8));
  method.advance<Rational>(state, single(0), 4);
  EXPECT_EQ(state.theta[0], over(-17, 8));
}

TEST(Sgd, dampens_all_but_the_first_gradient) {
  // b = 2, 1 + 3/4, 7/8 − 9/4.
  EXPECT_EQ(iterates(Sgd{.gamma = 1, .mu = 0.5, .dampening = 0.25}, {2, 1, -3}),
            (Fractions{-1, over(-11, 4), over(-11, 8)}));
}

TEST(Sgd, dampens_nothing_without_momentum) {
  EXPECT_EQ(iterates(Sgd{.gamma = 1, .dampening = 0.25}, {2, 1, -3}), (Fractions{-1, -2, 1}));
}

TEST(Sgd, looks_ahead_with_nesterov) {
  // b = 2, 2, −2; g + b/2 = 3, 2, −4.
  EXPECT_EQ(iterates(Sgd{.gamma = 0.5, .mu = 0.5, .nesterov = true}, {2, 1, -3}),
            (Fractions{over(-1, 2), over(-3, 2), over(1, 2)}));
}

TEST(WeightDecay, enters_the_velocity_where_it_is_coupled) {
  // b = 2 + 1, 3/2 − 1/2, 1/2 − 1.
  EXPECT_EQ(iterates(Sgd{.gamma = 0.5, .mu = 0.5, .decay = coupled(1)}, {2, 0, 0}),
            (Fractions{over(-1, 2), -1, over(-3, 4)}));
  // b = 2, 1, 1/2; θ = 1/2 − 1, −1/4 − 1/2, −3/8 − 1/4.
  EXPECT_EQ(iterates(Sgd{.gamma = 0.5, .mu = 0.5, .decay = decoupled(1)}, {2, 0, 0}),
            (Fractions{over(-1, 2), over(-3, 4), over(-5, 8)}));
}

TEST(Adagrad, begins_at_its_sum_and_lowers_its_rate) {
  // √s = 3, 5, 13; α = 2, 1, 2/3.
  EXPECT_EQ(iterates(Adagrad{.alpha = 2, .epsilon = 1, .rate_decay = 1, .initial = 5}, {2, 4, 12}),
            (Fractions{0, over(-2, 3), over(-26, 21)}));
}

TEST(Adagrad, decays_at_the_rate_of_its_step) {
  // α = 2, 1; 1 − α/4 = 1/2, 3/4; √s = 3, 5.
  EXPECT_EQ(
      iterates(Adagrad{.alpha = 2, .epsilon = 1, .rate_decay = 1, .initial = 5, .decay = decoupled(0.25)}, {2, 4}),
      (Fractions{over(-1, 2), over(-25, 24)}));
}

TEST(Adadelta, remembers_the_squares_of_gradients_and_of_steps) {
  const Adadelta method{1, 0.25, 1};
  auto state = Adadelta::start<Rational>(single(0));
  method.advance<Rational>(state, single(2));  // Δ = 2/√(3 + 1)
  EXPECT_EQ(state.theta[0], -1);
  EXPECT_EQ(state.v[0], 3);
  EXPECT_EQ(state.u[0], over(3, 4));
}

TEST(RmsProp, centres_and_gathers_momentum) {
  // v = 2, 17/8, 153/64; ḡ = 1, 5/4, 23/16; √(v − ḡ²) + 1/4 = 5/4, 1, 13/16.
  const Fractions gradients{2, over(3, 2), over(13, 8)};
  RmsProp method{.alpha = 1, .beta = 0.5, .epsilon = 0.25, .centred = true};
  EXPECT_EQ(iterates(method, gradients), (Fractions{over(-3, 5), over(-21, 10), over(-41, 10)}));
  method.mu = 0.5;
  // b = 8/5, 4/5 + 3/2, 23/20 + 2.
  EXPECT_EQ(iterates(method, gradients), (Fractions{over(-3, 5), over(-29, 10), over(-121, 20)}));
}

TEST(RmsProp, keeps_each_average_in_its_place) {
  const auto after_a_step = [](const RmsProp& method) {
    auto state = method.start<Rational>(single(1));
    method.advance<Rational>(state, single(2));
    return state;
  };
  const auto centred = after_a_step({.alpha = 1, .beta = 0.5, .epsilon = 0.25, .centred = true});
  EXPECT_EQ(centred.v[0], 2);
  EXPECT_EQ(centred.mean[0], 1);
  const auto all = after_a_step({.alpha = 1, .beta = 0.5, .epsilon = 0.25, .mu = 0.5, .centred = true});
  EXPECT_EQ(all.v[0], 2);
  EXPECT_EQ(all.mean[0], 1);
  EXPECT_EQ(all.b[0], over(8, 5));
  const auto with_momentum = after_a_step({.alpha = 1, .beta = 0, .epsilon = 2, .mu = 0.5});
  EXPECT_EQ(with_momentum.v[0], 4);
  EXPECT_EQ(with_momentum.b[0], over(1, 2));
}

TEST(Branches, keep_nan) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_TRUE(std::isnan(maximum<double>(1, nan)));
  EXPECT_TRUE(std::isnan(maximum<double>(nan, 1)));
  EXPECT_EQ(maximum<double>(1, 2), 2);
  EXPECT_EQ(maximum<double>(2, 1), 2);
}

TEST(RmsProp, gathers_momentum) {
  // g/(|g| + 1) = 1/2, 3/4, −1/2; b = 1/2, 1, 0.
  EXPECT_EQ(iterates(RmsProp{.alpha = 2, .beta = 0, .epsilon = 1, .mu = 0.5}, {1, 3, -1}), (Fractions{0, -2, -2}));
}

TEST(AmsGrad, divides_by_the_largest) {
  // √w = 3; m = 3/2, 5/4, 1/8.
  AmsGrad method{1, 0.5, 0, 1, AmsGrad::Correction::none};
  EXPECT_EQ(iterates(method, {3, 1, -1}), (Fractions{over(5, 8), over(5, 16), over(9, 32)}));
  // m̂ = 3, 5/3, 1/7.
  method.correction = AmsGrad::Correction::after_maximum;
  EXPECT_EQ(iterates(method, {3, 1, -1}), (Fractions{over(1, 4), over(-1, 6), over(-17, 84)}));
}

TEST(RAdam, has_only_momentum_while_gradients_are_few) {
  // ρ∞ = 3; m̂ = 1, 1/3, 13/7.
  EXPECT_EQ(iterates(RAdam{1, 0.5, 0.5, 1}, {1, 0, 3}), (Fractions{0, over(-1, 3), over(-46, 21)}));
}

TEST(RAdam, takes_no_root_below_its_threshold) {
  const RAdam method{1, 0, 0.875, 1};  // 4 < ρ₅ < 5
  EXPECT_EQ(iterates(method, {1, 1, 1, 1, 1}), (Fractions{0, -1, -2, -3, -4}));
  EXPECT_THROW(iterates(method, {1, 1, 1, 1, 1, 1}), std::domain_error);
}

TEST(Adamax, divides_by_the_weighted_maximum) {
  // m̂ = 4, 2, −6/7; u = 4, 2, 3.
  EXPECT_EQ(iterates(Adamax{1, 0.5, 0.5, 0}, {4, 1, -3}), (Fractions{0, -1, over(-5, 7)}));
  // u = 5, 5/2, 4.
  EXPECT_EQ(iterates(Adamax{1, 0.5, 0.5, 1}, {4, 1, -3}), (Fractions{over(1, 5), over(-3, 5), over(-27, 70)}));
}

TEST(AdaBelief, divides_by_the_surprise) {
  // m̂ = 2, 10/3, 6/7; |g − m| = 1, 3/2, 7/4.
  EXPECT_EQ(iterates(AdaBelief{1, 0.5, 0, 0}, {2, 4, -1}), (Fractions{-1, over(-29, 9), over(-1637, 441)}));
}

TEST(Lion, takes_the_sign_of_an_average) {
  // m = 0, 1/2, 1/4, −1/16; (m + g)/2 = 1, 0, −3/8, −1/32.
  EXPECT_EQ(iterates(Lion{0.5, 0.5, 0.75}, {2, over(-1, 2), -1, 0}),
            (Fractions{over(1, 2), over(1, 2), 1, over(3, 2)}));
}

TEST(Rprop, grows_shrinks_and_forgets_at_a_flip) {
  // Δ = 1/2, 1, 2, 2 (bound), 1 (flip), 1, 1/2 (flip), 1/2, 1/4 (flip), 1/4, 1/4 (flip and bound), 1/4.
  EXPECT_EQ(iterates(Rprop{.alpha = 0.5, .eta_minus = 0.5, .eta_plus = 2, .bounds = {0.25, 2}},
                     {1, 3, 2, 1, -1, -1, 1, -1, 1, 1, -1, -1}),
            (Fractions{over(1, 2), over(-1, 2), over(-5, 2), over(-9, 2), over(-9, 2), over(-7, 2), over(-7, 2), -3, -3,
                       over(-13, 4), over(-13, 4), -3}));
}

TEST(AveragedStochasticGradient, lowers_its_rate_and_averages_from_a_step_on) {
  // η = 1, 2/3, 1/2, 2/5, 1/3; (1 − η/2)θ = 1/2, −1/3, 1/4, −1/5, −1/2.
  const Fractions gradients{1, -1, 1, 1, 0}, theta{over(-1, 2), over(1, 3), over(-1, 4), over(-3, 5), over(-1, 2)};
  const auto expect_averages = [&](double t0, const Fractions& averages) {
    const AveragedStochasticGradient method{.gamma = 1, .lambda = 0.5, .power = 1, .t0 = t0};
    auto state = AveragedStochasticGradient::start<Rational>(single(1));
    for (std::size_t k = 0; k < gradients.size(); ++k) {
      method.advance<Rational>(state, single(gradients[k]));
      EXPECT_EQ(state.theta[0], theta[k]) << k;
      EXPECT_EQ(state.average[0], averages[k]) << t0 << ", " << k;
    }
  };
  expect_averages(1, {theta[0], theta[1], theta[2], over(-17, 40), over(-9, 20)});
  // The average moves by 2/3 and 2/5 of its distance.
  expect_averages(1.5, {theta[0], theta[1], theta[2], over(-29, 60), over(-49, 100)});
}

TEST(AveragedStochasticGradient, decays_at_the_rate_of_its_step) {
  // η = 1, 2/3; both decays keep 1 − η/2 = 1/2, 2/3.
  EXPECT_EQ(
      iterates(AveragedStochasticGradient{.gamma = 1, .lambda = 0.5, .power = 1, .decay = decoupled(0.5)}, {0, 0}),
      (Fractions{over(1, 4), over(1, 9)}));
}

TEST(AveragedStochasticGradient, keeps_its_rate_without_decay) {
  EXPECT_EQ(iterates(AveragedStochasticGradient{.gamma = 0.5, .lambda = 0}, {2, 1, -3}),
            (Fractions{0, over(-1, 2), 1}));
}

TEST(AveragedStochasticGradient, needs_an_integer_power_over_fractions) {
  const AveragedStochasticGradient method{.gamma = 0.5, .lambda = 1};
  EXPECT_THROW(iterates(method, {1, 1}), std::domain_error);
}

TEST(NAdam, needs_an_integer_schedule_over_fractions) {
  NAdam method{1, 0.5, 0, 0, 1};
  EXPECT_EQ(method.mu<Rational>(2), over(337, 1250));  // (1 − (24/25)²/2)/2
  method.momentum_decay = 0.5;
  EXPECT_THROW(method.mu<Rational>(1), std::domain_error);
  EXPECT_EQ(method.mu<Rational>(2), over(13, 50));
}

}  // namespace
}  // namespace verigrad::algorithm_methods_by_hand_test
