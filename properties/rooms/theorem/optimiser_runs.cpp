// Runs of the optimisers as statements speak of them: two steps of each, worked out by hand.
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/theorem/momentum/gradient_descent_momentum_run.hpp"
#include "verigrad/theorem/momentum/optimiser_instance.hpp"

#include "properties/rooms/theorem/numbers.hpp"

namespace verigrad::theorem_optimiser_runs_test {
namespace {

struct OptimiserRuns : OverRationals {};

OptimiserInstance from_v0(const std::vector<double>& gradients, double v0) {
  OptimiserInstance result = along(gradients);
  result.v0 = v0;
  return result;
}

void expect_record(const OptimiserRecord& record, const Fractions& theta, const Fractions& m, const Fractions& v = {}) {
  EXPECT_EQ(values(record.theta), theta);
  EXPECT_EQ(values(record.m), m);
  EXPECT_EQ(values(record.v), v);
}

const Rational half(1, 2);

TEST_F(OptimiserRuns, of_momentum_along_1_and_2) {
  const OptimiserInstance i = along({1, 2});
  const Rational five_quarters(5, 4), five_halves(5, 2);
  expect_record(record(Optimiser::lagged_momentum, i), {0, 0, -half}, {0, half, five_quarters});
  expect_record(record(Optimiser::heavy_ball, i), {0, -1, Rational(-7, 2)}, {0, -1, -five_halves});
  expect_record(record(Optimiser::nesterov, i), {0, -1, Rational(-7, 2)}, {0, -1, -five_halves});
  expect_record(record(Optimiser::explicit_momentum, i), {0, 0, -1}, {0, -1, -3});
  EXPECT_EQ(values(record(Optimiser::heavy_ball, i).gradient), (Fractions{1, 2}));
}

TEST_F(OptimiserRuns, of_momentum_start_from_it) {
  OptimiserInstance i = along({1});
  i.m0 = 4;
  expect_record(record(Optimiser::lagged_momentum, i), {0, -4}, {4, 2 + half});
  expect_record(record(Optimiser::heavy_ball, i), {0, 1}, {4, 1});
  expect_record(record(Optimiser::explicit_momentum, i), {0, 4}, {4, 3});
}

/// f = x²/2 from 1 with γ = μ = 1/2 and m₀ = 1: Nesterov's gradient is that at 3/2, the heavy ball's that at 1.
TEST_F(OptimiserRuns, take_the_gradient_where_the_method_asks_for_it) {
  const OptimiserInstance i{.f = make_objective(Quadratic(at(1), at(0))),
                            .gradients = {},
                            .theta0 = at(1),
                            .n = 1,
                            .alpha = 0.5,
                            .beta1 = 0.5,
                            .m0 = 1};
  const OptimiserRecord nesterov = record(Optimiser::nesterov, i), heavy_ball = record(Optimiser::heavy_ball, i);
  EXPECT_EQ(values(nesterov.gradient), (Fractions{Rational(3, 2)}));
  expect_record(nesterov, {1, Rational(3, 4)}, {1, Rational(-1, 4)});
  EXPECT_EQ(values(heavy_ball.gradient), Fractions{1});
  expect_record(heavy_ball, {1, 1}, {1, 0});
}

TEST_F(OptimiserRuns, of_sums_and_averages_of_squares) {
  expect_record(record(Optimiser::adagrad, along({3, 4})), {0, -1, Rational(-9, 5)}, {}, {0, 9, 25});
  expect_record(record(Optimiser::adagrad, along({3, 4}, 1)), {0, Rational(-3, 4), Rational(-17, 12)}, {}, {0, 9, 25});
  expect_record(record(Optimiser::rmsprop, along({2, 1})), {0, -2, -3}, {}, {0, 1, 1});
  expect_record(record(Optimiser::rmsprop, along({2, 1}, 1)), {0, -1, -1 - half}, {}, {0, 1, 1});
}

TEST_F(OptimiserRuns, of_adam_with_and_without_correction) {
  expect_record(record(Optimiser::adam_without_correction, along({2, 1})), {0, -1, -2}, {0, 1, 1}, {0, 1, 1});
  expect_record(record(Optimiser::adam_without_correction, along({2, 1}, 1)), {0, -half, -1}, {0, 1, 1}, {0, 1, 1});
  expect_record(record(Optimiser::adam, along({2})), {0, -1}, {0, 1}, {0, 1});
  expect_record(record(Optimiser::adam, along({2}, 2)), {0, -half}, {0, 1}, {0, 1});
}

/// From v₀ = 4 along 2 and 2, ε₁ = 2, ε₂ = 4.
TEST_F(OptimiserRuns, of_discretisations_of_the_adam_system) {
  const OptimiserInstance i = from_v0({2, 2}, 4);
  EXPECT_EQ(i.eps1(), 2);
  EXPECT_EQ(i.eps2(), 4);
  const Rational three_halves(3, 2);
  expect_record(record(Optimiser::adam_system, i), {0, 0, -half}, {0, 1, three_halves}, {4, 4, 4});
  expect_record(record(Optimiser::lagged_adam, i), {0, 0, -half}, {0, 1, three_halves}, {4, 4, 4});
  expect_record(record(Optimiser::lagged_adam_without_hat, i), {0, 0, -1}, {0, 1, three_halves},
                {4, 1, Rational(7, 4)});
  expect_record(record(Optimiser::rescaled_adam_repaired, i), {0, 0, -half}, {0, 2, Rational(8, 3)},
                {4, 16, Rational(208, 7)});
}

TEST_F(OptimiserRuns, of_the_printed_rescaling_divide_by_0) {
  EXPECT_THROW(record(Optimiser::rescaled_adam, from_v0({2}, 4)), std::overflow_error);
}

TEST_F(OptimiserRuns, throw_where_a_root_is_no_fraction) {
  EXPECT_THROW(record(Optimiser::adagrad, along({1, 1})), std::domain_error);
}

TEST_F(OptimiserRuns, have_a_record_for_every_coordinate) {
  OptimiserInstance i = along({});
  i.gradients = {vector({1, -2})};
  i.theta0 = vector({5, 7});
  i.n = 1;
  const OptimiserRecord heavy_ball = record(Optimiser::heavy_ball, i);
  EXPECT_EQ(values(heavy_ball.theta.back()), (Fractions{4, 9}));
  EXPECT_EQ(values(heavy_ball.m.back()), (Fractions{-1, 2}));
}

TEST(OptimiserInstances, refuse_relaxation_times_that_are_no_doubles) {
  OptimiserInstance i = along({1});
  i.beta1 = 0.9;
  EXPECT_THROW(i.eps1(), std::invalid_argument);
  i.alpha = 3;
  i.beta1 = 0.875;
  EXPECT_EQ(i.eps1(), 24);
  i.beta2 = 1;
  EXPECT_THROW(i.eps2(), std::exception);
}

TEST(OptimiserInstances, say_all_that_a_run_hangs_on) {
  const std::string plain = along({1, 2}).describe();
  EXPECT_NE(along({1, 3}).describe(), plain);
  EXPECT_NE(along({1, 2}, 1).describe(), plain);
  for (const auto field : {&OptimiserInstance::alpha, &OptimiserInstance::beta1, &OptimiserInstance::beta2,
                           &OptimiserInstance::m0, &OptimiserInstance::v0}) {
    OptimiserInstance changed = along({1, 2});
    changed.*field = 0.375;
    EXPECT_NE(changed.describe(), plain);
  }
}

/// (23) on f = x²/2 from 1 with α = 1, β = 1/2; the heavy ball with γ = 1/2, and gradient descent.
TEST_F(OptimiserRuns, of_printed_momentum_beside_the_heavy_ball) {
  using gradient_descent_momentum::ComparisonRun;
  using gradient_descent_momentum::MomentumInstance;
  const ObjectivePtr f = make_objective(Quadratic(at(1), at(0)));
  const ComparisonRun r(MomentumInstance{f, at(1), 1, 0.5, 2});
  EXPECT_EQ(values(r.x), (Fractions{1, 1, half}));
  EXPECT_EQ(values(r.m), (Fractions{0, half, Rational(3, 4)}));
  EXPECT_EQ(values(r.theta), (Fractions{1, half, 0}));
  EXPECT_EQ(values(r.plain), (Fractions{1, 0, 0}));
  EXPECT_THROW(ComparisonRun(MomentumInstance{f, at(1), 0.1, 0.1, 2}), std::invalid_argument);
}

}  // namespace
}  // namespace verigrad::theorem_optimiser_runs_test
