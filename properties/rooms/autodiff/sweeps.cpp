// Sweeps back with checkpoints, against their theory: states and steps counted, not timed; leapfrog and its reversal.
#include <gtest/gtest.h>

#include "verigrad/autodiff/checkpoints.hpp"
#include "verigrad/autodiff/leapfrog.hpp"

namespace verigrad::autodiff_sweeps_test {
namespace {

/// A state that counts how many of its kind are alive.
struct State {
  explicit State(int k) : index(k) { ++alive; }
  State(const State& other) : index(other.index) { ++alive; }
  State& operator=(const State&) = default;
  ~State() { --alive; }
  int index;
  static inline int alive = 0;
};

int ceiling_of_log2(int t) {
  int power = 0;
  while ((1 << power) < t) ++power;
  return power;
}

/// Steps of bisection: s(1) = 0, s(t) = ⌊t/2⌋ + s(⌊t/2⌋) + s(⌈t/2⌉).
int steps_of_bisection(int t) { return t == 1 ? 0 : t / 2 + steps_of_bisection(t / 2) + steps_of_bisection(t - t / 2); }

TEST(Checkpoints, every_state_comes_back_in_reverse_and_the_counts_are_those_of_bisection) {
  for (int t = 1; t <= 300; ++t) {
    const State start(0);
    int expected = t, steps = 0, most = 0;
    const auto step = [&](int k, const State& x) {
      EXPECT_EQ(x.index, k);
      ++steps;
      return State(k + 1);
    };
    const SweepCost cost = checkpointed_sweep(start, t, step, [&](int k, const State& x) {
      EXPECT_EQ(k, --expected);
      EXPECT_EQ(x.index, k);
      most = std::max(most, State::alive);
    });
    EXPECT_EQ(expected, 0) << t;
    EXPECT_EQ(cost.steps, steps) << t;
    EXPECT_EQ(steps, steps_of_bisection(t));
    EXPECT_LE(2 * steps, t * ceiling_of_log2(t));
    EXPECT_EQ(cost.most_live, most) << t;
    EXPECT_EQ(most, ceiling_of_log2(t) + 1) << t;
    EXPECT_EQ(State::alive, 1);
  }
}

TEST(Checkpoints, storing_every_state_takes_one_step_less_than_there_are_states) {
  int expected = 5, steps = 0;
  const auto step = [&](int k, int) {
    ++steps;
    return k + 1;
  };
  const SweepCost cost = stored_sweep(0, 5, step, [&](int k, int state) {
    EXPECT_EQ(k, --expected);
    EXPECT_EQ(state, k);
  });
  EXPECT_EQ(expected, 0);
  EXPECT_EQ(cost.most_live, 5);
  EXPECT_EQ(cost.steps, 4);
  EXPECT_EQ(steps, 4);
}

TEST(Checkpoints, an_exception_leaves_no_state_behind) {
  const State start(0);
  const auto fail = [](int k, const State&) {
    if (k == 5) throw std::runtime_error("step 5");
  };
  EXPECT_THROW(checkpointed_sweep(
                   start, 9, [](int k, const State&) { return State(k + 1); }, fail),
               std::runtime_error);
  EXPECT_EQ(State::alive, 1);
}

TEST(Checkpoints, refuse_sweeps_without_steps) {
  const auto step = [](int, int x) { return x; };
  const auto back = [](int, int) {};
  for (const int t : {0, -1}) {
    EXPECT_THROW(checkpointed_sweep(0, t, step, back), std::invalid_argument);
    EXPECT_THROW(stored_sweep(0, t, step, back), std::invalid_argument);
  }
}

/// Goes `steps` forward and back; r′ = s, s′ = −r.
template <class T>
Split<T> there_and_back(const Split<T>& start, const T& tau, int steps) {
  const auto f = [](const Vector<T>& s, int) { return s; };
  const auto g = [](const Vector<T>& r, int) { return Vector<T>(-r); };
  Split<T> x = start;
  for (int k = 0; k < steps; ++k) x = leapfrog(x, tau, k, f, g);
  for (int k = steps; k-- > 0;) x = leapfrog_back(x, tau, k, f, g);
  return x;
}

TEST(Leapfrog, is_undone_exactly_in_rationals) {
  const Vector<Rational> r{{Rational(1, 3), Rational(-2)}}, s{{Rational(0), Rational(5, 7)}};
  for (const Rational& tau : {Rational(0), Rational(1, 10), Rational(3), Rational(-1, 3)}) {
    const Split<Rational> back = there_and_back<Rational>({r, s}, tau, 40);
    EXPECT_EQ(back.r, r);
    EXPECT_EQ(back.s, s);
  }
}

/// F = ks and G = (k + 1)r at k = 2, τ = ½, from (1, 1): r = 1 + 1, s = 1 + 3.
TEST(Leapfrog, takes_both_fields_at_its_own_step) {
  const auto f = [](const Vector<Rational>& s, int k) { return Vector<Rational>(Rational(k) * s); };
  const auto g = [](const Vector<Rational>& r, int k) { return Vector<Rational>(Rational(k + 1) * r); };
  const Vector<Rational> one = Vector<Rational>::Constant(1, Rational(1));
  const Rational half(1, 2);
  const Split<Rational> next = leapfrog<Rational>({one, one}, half, 2, f, g);
  EXPECT_EQ(next.r[0], 2);
  EXPECT_EQ(next.s[0], 4);
  const Split<Rational> back = leapfrog_back<Rational>(next, half, 2, f, g);
  EXPECT_EQ(back.r, one);
  EXPECT_EQ(back.s, one);
}

/// In double each of the 4n additions rounds by at most half an ulp of a coordinate, |x| < 2: 2⁻⁵³ · 2; the product by
/// τ is exact. For τ = 2⁻⁶ a step and its inverse have norm at most 1 + τ, and n = 32 of each enlarge an error less
/// than 3 times.
TEST(Leapfrog, drifts_in_double_by_no_more_than_its_rounding_errors) {
  const Split<double> start{Vector<double>{{0.1}}, Vector<double>{{0.7}}};
  const Split<double> back = there_and_back(start, 0x1p-6, 32);
  const double bound = 3 * 4 * 32 * 0x1p-52;
  EXPECT_LE(std::abs(back.r[0] - start.r[0]), bound);
  EXPECT_LE(std::abs(back.s[0] - start.s[0]), bound);
}

}  // namespace
}  // namespace verigrad::autodiff_sweeps_test
