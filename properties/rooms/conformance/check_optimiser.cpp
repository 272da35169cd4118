// Optimisers of a user's own, in the same process: classes with step(x, gradient), in vectors and spans of both types.
#include "verigrad/conformance/check_optimiser.hpp"

#include <cmath>
#include <span>

#include <gtest/gtest.h>

#include "verigrad/algorithm/adam.hpp"
#include "verigrad/report/googletest.hpp"
#include "verigrad/trial/check_statement.hpp"

namespace verigrad::conformance_check_optimiser_test {
namespace {

using conformance::HyperParameters;
using conformance::Telling;

/// ADAM as a user has it, over T and in one kind of array; `inside` is a fault.
template <class Array>
class UsersAdam {
public:
  using T = typename Array::value_type;
  UsersAdam(const HyperParameters& hyper, bool inside)
      : beta1_(hyper.at("beta1")), beta2_(hyper.at("beta2")), eps_(hyper.at("eps")), inside_(inside) {}

  void step(Array& x, const Array& gradient, T rate) {
    ++k_;
    m_.resize(std::size_t(x.size()));
    v_.resize(std::size_t(x.size()));
    for (std::size_t i = 0; i < m_.size(); ++i) {
      const T g = gradient.data()[i];
      m_[i] += T(1 - beta1_) * (g - m_[i]);
      v_[i] += T(1 - beta2_) * (g * g - v_[i]);
      const T mean = m_[i] / T(1 - std::pow(beta1_, k_)), square = v_[i] / T(1 - std::pow(beta2_, k_));
      x.data()[i] -= rate * mean / (inside_ ? std::sqrt(square + T(eps_)) : std::sqrt(square) + T(eps_));
    }
  }

private:
  double beta1_, beta2_, eps_;
  bool inside_;
  int k_ = 0;
  std::vector<T> m_, v_;
};

const HyperParameters without_decay{{"weight_decay", 0}};

template <class Array>
OptimiserReport users_adam(bool inside) {
  return check_optimiser([=](const HyperParameters& hyper) { return UsersAdam<Array>(hyper, inside); }, "adam",
                         without_decay);
}

template <class Array>
void expect_told() {
  EXPECT_TRUE(is_as_declared(users_adam<Array>(false)));
  const OptimiserReport wrong = users_adam<Array>(true);
  EXPECT_EQ(wrong.found.outcome, Telling::dialect);
  EXPECT_EQ(wrong.found.found->description.text(), "ADAM with ε inside the root");
  const testing::AssertionResult told = is_as_declared(wrong);
  EXPECT_FALSE(told);
  EXPECT_NE(std::string(told.message()).find("another dialect: ADAM with ε inside the root\n"), std::string::npos);
}

TEST(OptimisersInProcess, are_told_in_each_array_and_type) {
  expect_told<std::vector<double>>();
  expect_told<std::vector<float>>();
  expect_told<Vector<double>>();
  expect_told<Vector<float>>();
}

TEST(OptimisersInProcess, are_asked_again_until_what_float32_hides_is_told) {
  const HyperParameters usual{{"weight_decay", 0}, {"eps", 1e-8}, {"beta1", 0.9}, {"beta2", 0.999}};
  const auto told = [&](bool inside) {
    return check_optimiser([=](const HyperParameters& hyper) { return UsersAdam<std::vector<float>>(hyper, inside); },
                           "adam", usual);
  };
  for (const bool inside : {false, true}) {
    const OptimiserReport report = told(inside);
    EXPECT_GT(report.trace.head.tensors.size(), 3U) << "beside gradients of size 1 this ε has no place in float32";
    EXPECT_EQ(report.found.outcome, inside ? Telling::dialect : Telling::as_declared);
    EXPECT_EQ(report.found.found->description.text(), inside ? "ADAM with ε inside the root" : "ADAM");
    for (const conformance::Alternative& other : report.found.alternatives)
      ADD_FAILURE() << "left open: " << other.candidate.description.text();
    conformance::Trace first = report.trace;
    first.head.tensors.resize(3);
    for (conformance::TraceStep& step : first.steps) {
      step.gradients.resize(3);
      step.parameters.resize(3);
    }
    EXPECT_GT(conformance::identify(first, &conformance::method_named("adam")).alternatives.size(), 3U);
  }
}

TEST(OptimisersInProcess, are_asked_once_where_nothing_is_open) {
  EXPECT_EQ(users_adam<std::vector<float>>(false).trace.head.tensors.size(), 3U);
  const OptimiserReport none = users_adam<std::vector<double>>(true);
  EXPECT_FALSE(conformance::further_questions(none.trace, none.found));
}

/// With a rate of its own, on spans.
struct UsersDescent {
  double rate = 0.25;
  void step(std::span<double> x, std::span<const double> gradient) const {
    for (std::size_t i = 0; i < x.size(); ++i) x[i] -= rate * gradient[i];
  }
};

TEST(OptimisersInProcess, may_have_a_rate_of_their_own) {
  const auto make = [] { return UsersDescent(); };
  const HyperParameters own{{"lr", 0.25}, {"momentum", 0}, {"dampening", 0}, {"weight_decay", 0}};
  EXPECT_TRUE(is_as_declared(check_optimiser(make, "sgd", own)));
  EXPECT_FALSE(is_as_declared(check_optimiser(make, "heavy_ball", {{"lr", 0.5}, {"weight_decay", 0}})));
}

TEST(OptimisersInProcess, are_held_against_statements) {
  EXPECT_TRUE(meets(check_statement([] { return UsersDescent(); }, "gradient_descent_rate", {{"lr", 0.25}})));
  const testing::AssertionResult told =
      meets(check_statement([] { return UsersDescent{0.5}; }, "gradient_descent_rate", {{"lr", 0.25}}));
  EXPECT_FALSE(told);
  EXPECT_NE(std::string(told.message()).find("each step is one at the rate 0.5\n"), std::string::npos)
      << told.message();
  EXPECT_THROW(check_statement([] { return UsersDescent(); }, "no_statement"), std::invalid_argument);
}

/// One of the library's own.
class ShippedAdam {
public:
  explicit ShippedAdam(const HyperParameters& hyper)
      : method_{.alpha = hyper.at("lr"),
                .beta1 = hyper.at("beta1"),
                .beta2 = hyper.at("beta2"),
                .epsilon = hyper.at("eps")} {}
  void step(Vector<double>& x, const Vector<double>& gradient, double rate) {
    if (!state_) state_ = method_.start<double>(x);
    state_->theta = x;
    method_.advance<double>(*state_, gradient, rate);
    x = state_->theta;
  }

private:
  Adam method_;
  std::optional<AdamState<double>> state_ = {};
};

TEST(OptimisersInProcess, may_be_those_that_ship) {
  EXPECT_TRUE(is_as_declared(
      check_optimiser([](const HyperParameters& hyper) { return ShippedAdam(hyper); }, "adam", without_decay)));
}

TEST(OptimisersInProcess, are_refused_with_a_method_that_is_not_there) {
  EXPECT_THROW(check_optimiser([] { return UsersDescent(); }, "adma"), std::invalid_argument);
}

}  // namespace
}  // namespace verigrad::conformance_check_optimiser_test
