// What expectations are summed over: laws of iterates, batches and partitions, counted by hand.
#include <gtest/gtest.h>

#include "verigrad/problem/quadratic.hpp"
#include "verigrad/theorem/batch_instance.hpp"
#include "verigrad/theorem/stochastic_instance.hpp"
#include "verigrad/theorem/strongly_convex_sgd.hpp"

namespace verigrad {
namespace {

Vector<double> at(double x) { return Vector<double>::Constant(1, x); }
ObjectivePtr parabola(double centre) { return make_objective(Quadratic(at(1), at(centre))); }
StochasticInstance two_parabolas(int n) {
  return {.f = FiniteSum({parabola(-1), parabola(1)}), .x0 = at(0), .mu = 1, .n = n};
}

TEST(Laws, MergeEqualPoints) {
  const std::vector<Law> law = laws(two_parabolas(2));
  ASSERT_EQ(law.size(), 3);
  ASSERT_EQ(law[2].size(), 3);
  EXPECT_EQ(law[2][1].x[0], 0);
  EXPECT_EQ(law[2][1].probability, Rational(1, 2));
}

TEST(Laws, AreProbabilities) {
  for (const Law& law : laws(strongly_convex_sgd::staircase(4, 0.25, 5))) {
    Rational sum = 0;
    for (const Atom& atom : law) sum += atom.probability;
    EXPECT_EQ(sum, 1);
  }
}

TEST(Laws, RefuseCallersMistakes) {
  EXPECT_THROW(laws(two_parabolas(-1)), std::invalid_argument);
  StochasticInstance instance = two_parabolas(1);
  instance.probabilities = {1};
  EXPECT_THROW(laws(instance), std::invalid_argument);
}

TEST(Staircase, IsAParabolaInTheMean) {
  const FiniteSum f = strongly_convex_sgd::staircase(4, 0, 1, 2, 0.5).f;
  for (int k = -40; k <= 40; ++k) {
    const Vector<Rational> x = exact<Rational>(at(k / 32.0));
    EXPECT_EQ(f.gradient<Rational>(x)[0], 2 * x[0]);
  }
}

TEST(Batches, AreCountedByBinomials) {
  EXPECT_EQ(all_batches(5, 2).size(), 10);
  EXPECT_EQ(all_batches(3, 3), std::vector<BatchIndices>({{0, 1, 2}}));
  EXPECT_THROW(all_batches(3, 0), std::invalid_argument);
}

TEST(Partitions, HaveASmallerLastBatch) {
  EXPECT_EQ(all_partitions(3, 2),
            (std::vector<std::vector<BatchIndices>>{{{0, 1}, {2}}, {{0, 2}, {1}}, {{1, 2}, {0}}}));
  EXPECT_EQ(all_partitions(5, 2).size(), 30);
  EXPECT_THROW(all_partitions(3, 4), std::invalid_argument);
}

}  // namespace
}  // namespace verigrad
