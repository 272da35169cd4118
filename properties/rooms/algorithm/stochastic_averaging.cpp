// The double paths of averaging and SAG agree with the exact ones on dyadic data; batches cut a pass without loss.
#include "verigrad/algorithm/stochastic_averaging.hpp"

#include <numeric>

#include <gtest/gtest.h>

#include "verigrad/algorithm/batch_splitting.hpp"
#include "verigrad/algorithm/mini_batches.hpp"
#include "verigrad/algorithm/stochastic_averaged_gradient.hpp"
#include "verigrad/algorithm/stochastic_gradient.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"

namespace verigrad::algorithm_stochastic_averaging_test {
namespace {

/// ½(x − 1)² and (x + 2)².
FiniteSum sum() {
  return FiniteSum({make_objective(Quadratic(at(1), at(1))), make_objective(Quadratic(at(2), at(-2)))});
}

TEST(StochasticGradient, in_place_is_the_same_step) {
  const StochasticGradient method{DecayingStep{0.5, 3}};
  auto functional = StochasticGradient::start<Rational>(exact<Rational>(at(4))), in_place = functional;
  Vector<Rational> g = in_place.x;
  for (const int i : {0, 1, 1, 0, 1}) {
    functional = method.step<Rational>(sum(), functional, i);
    method.advance<Rational>(sum(), in_place, i, g);
    EXPECT_EQ(in_place.x, functional.x);
    EXPECT_EQ(in_place.k, functional.k);
  }
}

TEST(StochasticAveraging, step_sizes_fall_like_a_root) {
  constexpr SquareRootStep steps{.tau0 = 3, .k0 = 2};
  EXPECT_EQ(steps.at(0), 3);
  EXPECT_EQ(steps.at(2), 1.5);
  EXPECT_EQ(steps.at(8), 1);
}

/// x̃: 4 → 4 − ½·3 = 5/2 → 5/2 − ¼·9 = 1/4; averages 5/2, 11/8.
TEST(StochasticAveraging, by_hand) {
  auto state = StochasticAveraging::start<double>(at(4));
  StochasticAveraging::step<double>(sum(), state, 0, 0.5);
  EXPECT_EQ(state.auxiliary, at(2.5));
  EXPECT_EQ(state.average, at(2.5));
  StochasticAveraging::step<double>(sum(), state, 1, 0.25);
  EXPECT_EQ(state.auxiliary, at(0.25));
  EXPECT_EQ(state.average, at(1.375));
}

/// G = 0: h = 3, g = 3, x = 4 − ¼/2·3 = 29/8; h = 2(29/8 + 2) = 45/4, g = 57/4, x = 29/8 − 57/32 = 59/32.
TEST(StochasticAveragedGradient, by_hand) {
  auto memory = GradientMemory<double>::start(at(4), 2);
  const StochasticAveragedGradient method{0.25};
  method.step<double>(sum(), memory, 0);
  EXPECT_EQ(memory.x, at(3.625));
  method.step<double>(sum(), memory, 1);
  EXPECT_EQ(memory.x, at(1.84375));
  EXPECT_EQ(memory.sum, at(14.25));
  method.step<double>(sum(), memory, 0);
  EXPECT_EQ(memory.last, (Matrix<double>(1, 2) << 0.84375, 11.25).finished());
}

TEST(StochasticAveragedGradient, a_filled_memory_begins_with_a_batch_step) {
  auto memory = GradientMemory<Rational>::at_start(sum(), exact<Rational>(at(4)));
  EXPECT_EQ(memory.last, (Matrix<Rational>{{Rational(3), Rational(12)}}));
  StochasticAveragedGradient{0.5}.step<Rational>(sum(), memory, 1);
  EXPECT_EQ(memory.x[0], Rational(4) - Rational(1, 2) * sum().gradient<Rational>(exact<Rational>(at(4)))[0]);
}

TEST(StochasticSummedGradient, steps_along_the_sum) {
  auto memory = GradientMemory<double>::at_start(sum(), at(4));
  StochasticSummedGradient{0.25}.step<double>(sum(), memory, 0);
  EXPECT_EQ(memory.x, at(4 - 15 / 4.0));
}

TEST(LaggedAverage, is_one_step_behind) {
  const Vector<Rational> four = exact<Rational>(at(4)), one = exact<Rational>(at(1));
  EXPECT_EQ(LaggedAverage::next<Rational>(four, one, 1)[0], 1);
  EXPECT_EQ(LaggedAverage::next<Rational>(four, one, 2)[0], Rational(5, 2));
}

TEST(MiniBatches, cut_one_pass_with_a_smaller_last_batch) {
  EXPECT_EQ(mini_batches({3, 1, 4, 0, 2}, 2), (std::vector<BatchIndices>{{3, 1}, {4, 0}, {2}}));
  EXPECT_EQ(mini_batches({3, 1, 4, 0}, 2), (std::vector<BatchIndices>{{3, 1}, {4, 0}}));
  EXPECT_EQ(mini_batches({1, 0}, 5), (std::vector<BatchIndices>{{1, 0}}));
  EXPECT_TRUE(mini_batches({}, 1).empty());
  EXPECT_THROW(mini_batches({0}, 0), std::invalid_argument);
}

TEST(MiniBatches, have_the_whole_gradient_as_weighted_mean_only) {
  const FiniteSum f({make_objective(Quadratic(at(1), at(1))), make_objective(Quadratic(at(2), at(-2))),
                     make_objective(Quadratic(at(4), at(0)))});
  const Vector<Rational> x = exact<Rational>(at(4));
  Rational weighted = 0, plain = 0;
  const auto batches = mini_batches(all_terms(3), 2);
  for (const BatchIndices& batch : batches) {
    const Rational g = f.batch_gradient<Rational>(batch, x)[0];
    weighted += g * int(batch.size()) / 3;
    plain += g / int(batches.size());
  }
  EXPECT_EQ(weighted, f.gradient<Rational>(x)[0]);
  EXPECT_NE(plain, weighted);
}

/// ∇Jʳ(w) = w − r for r = 1, 2, 3, Δt = ½, from 8.
TEST(BatchSplitting, takes_the_batches_as_its_forms_say) {
  const auto gradient = [](int r, const Vector<Rational>& w) { return Vector<Rational>(w.array() - Rational(r)); };
  const Vector<Rational> start = exact<Rational>(at(8));
  EXPECT_EQ(BatchSplitting{0.5}.epoch(start, 3, gradient)[0], Rational(25, 8)) << "8, 9/2, 13/4, 25/8";
  EXPECT_EQ(SplittingWithoutFirstBatch{0.5}.epoch(start, 3, gradient)[0], 4) << "8, 5, 4";
  EXPECT_EQ(SplittingFromPreviousStarts{0.5}.epoch(start, 3, gradient)[0], Rational(15, 4)) << "from 8, 8 and 9/2";
}

}  // namespace
}  // namespace verigrad::algorithm_stochastic_averaging_test
