// What expectations are summed over: laws of iterates, batches and partitions, counted by hand.
#include <gtest/gtest.h>

#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/theorem/stochastic/batch_instance.hpp"
#include "verigrad/theorem/stochastic/strongly_convex_sgd.hpp"

namespace verigrad::theorem_enumerations_test {
namespace {

ObjectivePtr parabola(double centre) { return make_objective(Quadratic(at(1), at(centre))); }
using strongly_convex_sgd::StochasticInstance;

StochasticInstance two_parabolas(int n) {
  return {.f = FiniteSum({parabola(-1), parabola(1)}), .x0 = at(0), .mu = 1, .n = n};
}

TEST(Laws, merge_equal_points) {
  const auto law = strongly_convex_sgd::laws(two_parabolas(2));
  ASSERT_EQ(law.size(), 3);
  ASSERT_EQ(law[2].size(), 3);
  EXPECT_EQ(law[2][1].state[0], 0);
  EXPECT_EQ(law[2][1].probability, Rational(1, 2));
}

TEST(Laws, are_probabilities) {
  for (const auto& law : laws(strongly_convex_sgd::staircase(4, 0.25, 5))) {
    Rational sum = 0;
    for (const auto& atom : law) sum += atom.probability;
    EXPECT_EQ(sum, 1);
  }
}

TEST(Laws, count_sequences) {
  const auto add = [](int& sum, int i) { sum += i; };
  const Law<int> two = after_draw(after_draw(certain(0), uniform(3), add), uniform(3), add);
  EXPECT_EQ(two.size(), 9);
  const Law<int> sums = merged<std::less<int>>(two);
  ASSERT_EQ(sums.size(), 5);
  EXPECT_EQ(sums[2].probability, Rational(1, 3));
  EXPECT_EQ(expectation<Rational>(sums, [](int sum) { return Rational(sum); }), 2);
  EXPECT_EQ(after_draw(certain(0), {Rational(1), Rational(0)}, add).size(), 1);
}

TEST(Laws, refuse_callers_mistakes) {
  EXPECT_THROW(strongly_convex_sgd::laws(two_parabolas(-1)), std::invalid_argument);
  StochasticInstance instance = two_parabolas(1);
  instance.probabilities = {1};
  EXPECT_THROW(strongly_convex_sgd::laws(instance), std::invalid_argument);
}

TEST(Laws, of_one_draw_keep_the_first_index) {
  StochasticInstance instance = two_parabolas(3);
  instance.one_draw = true;
  const auto law = strongly_convex_sgd::laws(instance);
  ASSERT_EQ(law[3].size(), 2);
  EXPECT_EQ(law[3][0].state[0], -1);
  EXPECT_EQ(law[3][1].state[0], 1);
}

TEST(Moments, of_parabolas_by_hand) {
  const strongly_convex_sgd::Moments moments = strongly_convex_sgd::moments(two_parabolas(2));
  EXPECT_EQ(moments.eps, (std::vector<Rational>{0, 1, Rational(1, 2)}));
  EXPECT_EQ(moments.gap, (std::vector<Rational>{0, Rational(1, 2), Rational(1, 4)}));
  EXPECT_EQ(moments.C2, (std::vector<Rational>{1, 4, 4}));
  EXPECT_THROW(strongly_convex_sgd::moments(strongly_convex_sgd::staircase(2, 0, 1)), std::invalid_argument);
}

TEST(LatticeWalk, has_few_points) {
  const StochasticInstance instance = strongly_convex_sgd::lattice_sum({{1}, {{2, -2}}, 1}, 12);
  const auto laws = strongly_convex_sgd::laws(instance);
  for (std::size_t k = 1; k <= 12; ++k)
    for (const auto& atom : laws[k]) EXPECT_EQ(denominator(k * atom.state[0]), 1);
}

TEST(LatticeWalk, refuses_callers_mistakes) {
  EXPECT_THROW(strongly_convex_sgd::lattice_sum({{2}, {{1, 0}}, 0}, 4), std::invalid_argument);
  EXPECT_THROW(strongly_convex_sgd::lattice_sum({{1}, {{1}}, 0}, 4), std::invalid_argument);
  EXPECT_THROW(strongly_convex_sgd::lattice_sum({{1}, {{1, 0}}, 0}, 16), std::invalid_argument);
}

TEST(Staircase, is_a_parabola_in_the_mean) {
  const FiniteSum f = strongly_convex_sgd::staircase(4, 0, 1, 2, 0.5).f;
  for (int k = -40; k <= 40; ++k) {
    const Vector<Rational> x = exact<Rational>(at(k / 32.0));
    EXPECT_EQ(f.gradient<Rational>(x)[0], 2 * x[0]);
  }
}

TEST(Batches, are_counted_by_binomials) {
  EXPECT_EQ(all_batches(5, 2).size(), 10);
  EXPECT_EQ(all_batches(3, 3), std::vector<BatchIndices>({{0, 1, 2}}));
  EXPECT_THROW(all_batches(3, 0), std::invalid_argument);
}

TEST(Partitions, have_a_smaller_last_batch) {
  EXPECT_EQ(all_partitions(3, 2),
            (std::vector<std::vector<BatchIndices>>{{{0, 1}, {2}}, {{0, 2}, {1}}, {{1, 2}, {0}}}));
  EXPECT_EQ(all_partitions(5, 2).size(), 30);
  EXPECT_THROW(all_partitions(3, 4), std::invalid_argument);
}

}  // namespace
}  // namespace verigrad::theorem_enumerations_test
