// Every number that a method is set up with is refused outside its range, by its name.
#include <cmath>

#include <gtest/gtest.h>

#include "properties/rooms/algorithm/methods.hpp"

namespace verigrad::algorithm_method_arguments_test {
namespace {

using Correction = AmsGrad::Correction;

/// What make() says when it refuses; empty if it does not.
template <class Make>
std::string refusal(const Make& make) {
  try {
    make();
  } catch (const std::invalid_argument& refused) {
    return refused.what();
  }
  return {};
}

/// Whether make(value) names the field and what to take, for a value on the wrong side of each end of its range, and
/// for what is no number.
template <class Make>
void expect_range(const std::string& field, const std::string& range, double below, double above, const Make& make) {
  const std::string remedy = "; take a finite number " + range;
  for (const double value : {below, above, std::numeric_limits<double>::quiet_NaN()}) {
    const std::string words = refusal([&] { make(value); });
    EXPECT_EQ(words.find(field + " is "), 0U) << field << ": " << words;
    EXPECT_NE(words.find(remedy), std::string::npos) << field << ": " << words;
  }
}
template <class Make>
void expect_nonnegative(const std::string& field, const Make& make) {
  make(0);
  expect_range(field, "≥ 0", -0x1p-1074, std::numeric_limits<double>::infinity(), make);
}
template <class Make>
void expect_past_weight(const std::string& field, const Make& make) {
  make(0);
  make(1 - 0x1p-53);
  expect_range(field, "in [0, 1)", -0x1p-1074, 1, make);
}

TEST(Argument, says_what_is_wrong) {
  EXPECT_EQ(refusal([] { Adam{.alpha = INFINITY, .beta1 = 0, .beta2 = 0, .epsilon = 1}; }),
            "alpha is inf; take a finite number");
  EXPECT_EQ(refusal([] { Adam{.alpha = 1, .beta1 = 1.5, .beta2 = 0, .epsilon = 1}; }),
            "beta1 is 1.5; take a finite number in [0, 1)");
}

TEST(Argument, is_checked_when_it_is_set_later) {
  Adam method{.alpha = 1, .beta1 = 0.5, .beta2 = 0.5, .epsilon = 1};
  EXPECT_THROW(method.beta2 = 1, std::invalid_argument);
  EXPECT_EQ(method.beta2, 0.5);
}

TEST(WeightDecay, refuses_its_argument) {
  expect_nonnegative("lambda", [](double x) { coupled(x); });
  expect_nonnegative("lambda", [](double x) { decoupled(x); });
}

TEST(Sgd, refuses_its_arguments) {
  expect_nonnegative("gamma", [](double x) { Sgd{.gamma = x}; });
  expect_nonnegative("mu", [](double x) { Sgd{.gamma = 1, .mu = x}; });
  expect_nonnegative("dampening", [](double x) { Sgd{.gamma = 1, .dampening = x}; });
}

TEST(Adagrad, refuses_its_arguments) {
  expect_nonnegative("epsilon", [](double x) { Adagrad{.alpha = 1, .epsilon = x}; });
  expect_nonnegative("rate_decay", [](double x) { Adagrad{.alpha = 1, .epsilon = 1, .rate_decay = x}; });
  expect_nonnegative("initial", [](double x) { Adagrad{.alpha = 1, .epsilon = 1, .initial = x}; });
}

TEST(RmsProp, refuses_its_arguments) {
  expect_past_weight("beta", [](double x) { RmsProp{.alpha = 1, .beta = x, .epsilon = 1}; });
  expect_nonnegative("epsilon", [](double x) { RmsProp{.alpha = 1, .beta = 0, .epsilon = x}; });
  expect_nonnegative("mu", [](double x) { RmsProp{.alpha = 1, .beta = 0, .epsilon = 1, .mu = x}; });
}

/// The arguments that the relatives of ADAM share: make(α, β₁, β₂, ε).
template <class Make>
void expect_moments(const Make& make) {
  EXPECT_THROW(make(INFINITY, 0, 0, 1), std::invalid_argument);
  expect_past_weight("beta1", [&](double x) { make(1, x, 0, 1); });
  expect_past_weight("beta2", [&](double x) { make(1, 0, x, 1); });
  expect_nonnegative("epsilon", [&](double x) { make(1, 0, 0, x); });
}

TEST(Adam, refuses_its_arguments) {
  expect_moments([](double a, double b1, double b2, double e) { Adam{a, b1, b2, e}; });
}
TEST(AmsGrad, refuses_its_arguments) {
  expect_moments([](double a, double b1, double b2, double e) { AmsGrad{a, b1, b2, e, Correction::none}; });
}
TEST(NAdam, refuses_its_arguments) {
  expect_moments([](double a, double b1, double b2, double e) { NAdam{a, b1, b2, e, 1}; });
  expect_nonnegative("momentum_decay", [](double x) { NAdam{1, 0, 0, 1, x}; });
}
TEST(RAdam, refuses_its_arguments) {
  expect_moments([](double a, double b1, double b2, double e) { RAdam{a, b1, b2, e}; });
  expect_range("threshold", "≥ 4", 4 - 0x1p-51, std::numeric_limits<double>::infinity(), [](double x) {
    RAdam{1, 0, 0, 1, x};
  });
}
TEST(Adamax, refuses_its_arguments) {
  expect_moments([](double a, double b1, double b2, double e) { Adamax{a, b1, b2, e}; });
}
TEST(AdaBelief, refuses_its_arguments) {
  expect_moments([](double a, double b1, double b2, double e) { AdaBelief{a, b1, b2, e}; });
}

TEST(Rprop, takes_steps_of_one_size) { EXPECT_NO_THROW((Rprop{1, 0.5, 2, {0.5, 0.5}})); }

TEST(Lion, refuses_its_arguments) {
  expect_nonnegative("alpha", [](double x) { Lion{x, 0, 0}; });
  expect_past_weight("beta1", [](double x) { Lion{1, x, 0}; });
  expect_past_weight("beta2", [](double x) { Lion{1, 0, x}; });
}

TEST(Adadelta, refuses_its_arguments) {
  expect_nonnegative("gamma", [](double x) { Adadelta{x, 0, 1}; });
  expect_past_weight("rho", [](double x) { Adadelta{1, x, 1}; });
  expect_nonnegative("epsilon", [](double x) { Adadelta{1, 0, x}; });
}

TEST(Rprop, refuses_its_arguments) {
  expect_nonnegative("alpha", [](double x) { Rprop{.alpha = x}; });
  expect_past_weight("eta_minus", [](double x) { Rprop{.alpha = 1, .eta_minus = x}; });
  expect_range("eta_plus", "≥ 1", 1 - 0x1p-53, std::numeric_limits<double>::infinity(),
               [](double x) { Rprop{.alpha = 1, .eta_plus = x}; });
  expect_range("smallest", "≥ 0", -1, -2, [](double x) { Rprop{.alpha = 1, .bounds = {x, 1}}; });
  expect_range("largest", "≥ 0", -1, -2, [](double x) { Rprop{.alpha = 1, .bounds = {0, x}}; });
  EXPECT_EQ(refusal([] { StepBounds(2, 1); }), "smallest is 2, above largest, 1; take smallest ≤ largest");
}

TEST(AveragedStochasticGradient, refuses_its_arguments) {
  using Asgd = AveragedStochasticGradient;
  expect_nonnegative("gamma", [](double x) { Asgd{.gamma = x, .lambda = 0}; });
  expect_nonnegative("lambda", [](double x) { Asgd{.gamma = 1, .lambda = x}; });
  expect_nonnegative("power", [](double x) { Asgd{.gamma = 1, .lambda = 0, .power = x}; });
  expect_nonnegative("t0", [](double x) { Asgd{.gamma = 1, .lambda = 0, .t0 = x}; });
}

}  // namespace
}  // namespace verigrad::algorithm_method_arguments_test
