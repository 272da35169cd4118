// The activations of the room network over dual numbers and tapes: their derivatives are the slopes that
// back-propagation takes, at kinks, at 0 and far out.
#include <cmath>

#include <gtest/gtest.h>

#include "verigrad/autodiff/derivative.hpp"
#include "verigrad/network/activation.hpp"

namespace verigrad::autodiff_activations_test {
namespace {

constexpr Activation all[] = {Activation::identity, Activation::relu,    Activation::leaky_relu,
                              Activation::square,   Activation::sigmoid, Activation::tanh,
                              Activation::softplus, Activation::elu,     Activation::silu};
constexpr double points[] = {-700, -20, -1.5, -0x1p-40, 0, 0x1p-40, 1, 20, 700};

/// Both modes at z.
template <class T>
std::pair<T, T> derivatives(Activation kind, const T& z) {
  const auto f = [kind](const auto& x) { return activate(kind, x[0]); };
  const Vector<T> at = Vector<T>::Constant(1, z);
  return {forward_gradient<T>(f, at)[0], reverse_gradient<T>(f, at)[0]};
}

bool overlap(const Interval& a, const Interval& b) { return a.lower() <= b.upper() && b.lower() <= a.upper(); }

TEST(ActivationsOverDerivatives, are_exact_in_rationals_and_at_kinks) {
  for (const Activation kind : all)
    for (const double z : points) {
      if (!is_rational(kind)) continue;
      const Rational at = exact<Rational>(z);
      const auto [forward, reverse] = derivatives<Rational>(kind, at);
      EXPECT_EQ(forward, slope<Rational>(kind, at)) << name(kind) << " at " << z;
      EXPECT_EQ(reverse, slope<Rational>(kind, at)) << name(kind) << " at " << z;
    }
}

TEST(ActivationsOverDerivatives, enclose_the_slope) {
  for (const Activation kind : all)
    for (const double z : points) {
      const Interval at = exact<Interval>(z), expected = slope<Interval>(kind, at);
      const auto [forward, reverse] = derivatives<Interval>(kind, at);
      EXPECT_TRUE(overlap(forward, expected)) << name(kind) << " at " << z;
      EXPECT_TRUE(overlap(reverse, expected)) << name(kind) << " at " << z;
      EXPECT_LT(forward.upper() - forward.lower(), 0x1p-20) << name(kind) << " at " << z << ": wide";
    }
}

/// σ(1) + σ(−1) − 1 is 0, which no enclosure shows: its sign stays open, however narrow it is.
TEST(ActivationsOverDerivatives, that_are_smooth_are_narrow_where_the_sign_of_zero_is_open) {
  for (const Activation kind : all) {
    if (kind == Activation::relu || kind == Activation::leaky_relu) continue;
    const Ball zero = sigmoid(Ball(1)) + sigmoid(Ball(-1)) - Ball(1);
    ASSERT_EQ(sign_of(zero), Sign::unknown);
    const auto [forward, reverse] = derivatives<Ball>(kind, zero);
    for (const Ball& derivative : {forward, reverse, slope<Ball>(kind, zero)})
      EXPECT_LT(derivative.upper() - derivative.lower(), 0x1p-10) << name(kind);
  }
}

/// t + t² for t ≥ 0, else t.
TEST(ActivationsOverDerivatives, forward_branches_that_meet_to_first_order_are_narrow) {
  const auto f = [](const auto& x) {
    using V = std::decay_t<decltype(x[0])>;
    return select(x[0], V(x[0] * x[0] + x[0]), x[0]);
  };
  const Interval open = hull(exact<Interval>(-0x1p-30), exact<Interval>(0x1p-30));
  const Interval forward = forward_gradient<Interval>(f, Vector<Interval>::Constant(1, open))[0];
  ASSERT_EQ(sign_of(open), Sign::unknown);
  EXPECT_LT(forward.upper() - forward.lower(), 0x1p-20);
  EXPECT_TRUE(overlap(forward, Interval(1)));
}

TEST(ActivationsOverDerivatives, stay_finite_far_out) {
  for (const Activation kind : all)
    for (const double z : {-1e4, 1e4}) {
      const auto [forward, reverse] = derivatives<double>(kind, z);
      EXPECT_TRUE(std::isfinite(forward)) << name(kind) << " at " << z;
      EXPECT_EQ(forward, reverse) << name(kind) << " at " << z;
    }
}

TEST(ActivationsOverDerivatives, have_second_derivatives) {
  const auto slope_of = [](const auto& x) {
    using V = std::decay_t<decltype(x[0])>;
    return slope<V>(Activation::sigmoid, x[0]);
  };
  // σ″(0) = 0 and σ′ has its only maximum there.
  EXPECT_EQ((forward_gradient<double>(slope_of, Vector<double>::Zero(1))[0]), 0);
  EXPECT_LT((forward_gradient<double>(slope_of, Vector<double>::Ones(1))[0]), 0);
}

}  // namespace
}  // namespace verigrad::autodiff_activations_test
