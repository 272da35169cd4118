// Derivatives at the places where automatic differentiation is known to go wrong, one test each, both modes.
#include <limits>

#include <gtest/gtest.h>

#include "verigrad/autodiff/derivative.hpp"

namespace verigrad::autodiff_hard_places_test {
namespace {

template <class T>
Vector<T> point(std::initializer_list<T> entries) {
  return Eigen::Map<const Vector<T>>(entries.begin(), Eigen::Index(entries.size()));
}

/// The gradient, which both modes must agree on.
template <class T, class F>
Vector<T> gradient(const F& f, const Vector<T>& x) {
  const Vector<T> forward = forward_gradient(f, x), reverse = reverse_gradient(f, x);
  EXPECT_EQ(forward, reverse);
  return forward;
}

constexpr double infinity = std::numeric_limits<double>::infinity();

TEST(HardPlaces, power_at_zero) {
  const Vector<Rational> zero = point<Rational>({0});
  const std::vector<int> expected{0, 1, 0, 0};
  for (int n = 0; n < 4; ++n)
    EXPECT_EQ(gradient([n](const auto& x) { return power(x[0], n); }, zero)[0], expected[std::size_t(n)]) << n;
}

TEST(HardPlaces, power_below_zero) {
  EXPECT_EQ(power(Rational(2), -3), Rational(1) / 8);
  EXPECT_EQ(gradient([](const auto& x) { return power(x[0], -2); }, point<Rational>({2}))[0], Rational(-1) / 4);
}

TEST(HardPlaces, absolute_value_at_zero) {
  const auto f = [](const auto& x) { return magnitude(x[0]); };
  EXPECT_EQ(gradient(f, point<Rational>({0}))[0], 0);
  EXPECT_EQ(gradient(f, point<Rational>({-3}))[0], -1);
}

TEST(HardPlaces, absolute_value_where_the_sign_is_open) {
  const auto f = [](const auto& x) { return magnitude(x[0]); };
  const Interval slope = forward_gradient(f, point<Interval>({Interval::hull(-1, 2)}))[0];
  EXPECT_LE(slope.lower(), -1);
  EXPECT_GE(slope.upper(), 1);
  EXPECT_LT(slope.upper() - slope.lower(), 3);
}

TEST(HardPlaces, maximum_and_minimum_at_a_tie) {
  const Vector<Rational> tie = point<Rational>({2, 2});
  const Rational half(1, 2);
  EXPECT_EQ(gradient([](const auto& x) { return larger(x[0], x[1]); }, tie), point<Rational>({half, half}));
  EXPECT_EQ(gradient([](const auto& x) { return smaller(x[0], x[1]); }, tie), point<Rational>({half, half}));
  EXPECT_EQ(gradient([](const auto& x) { return larger(x[0], x[0]); }, tie), point<Rational>({1, 0}));
  EXPECT_EQ(gradient([](const auto& x) { return smaller(x[0], x[1]); }, point<Rational>({1, 2})),
            point<Rational>({1, 0}));
}

TEST(HardPlaces, relu_at_zero) {
  const auto f = [](const auto& x) { return relu(x[0]); };
  EXPECT_EQ(gradient(f, point<Rational>({0}))[0], 0);
  EXPECT_EQ(gradient(f, point<Rational>({1}))[0], 1);
}

TEST(HardPlaces, root_elsewhere) {
  EXPECT_EQ(gradient([](const auto& x) { return sqrt(x[0]); }, point({4.0}))[0], 0.25);
}

TEST(HardPlaces, root_at_zero) {
  EXPECT_EQ(gradient([](const auto& x) { return sqrt(x[0]); }, point({0.0}))[0], infinity);
  EXPECT_EQ(gradient([](const auto& x) { return sqrt(square(x[0])); }, point({0.0}))[0], 0) << "not 0 · ∞";
}

TEST(HardPlaces, norm_at_zero) {
  const auto f = [](const auto& x) { return norm(x); };
  EXPECT_EQ(gradient(f, point({0.0, 0.0})), point({0.0, 0.0}));
  EXPECT_EQ(gradient(f, point({3.0, -4.0})), point({3.0 / 5, -4.0 / 5}));
}

TEST(HardPlaces, norm_of_tiny_and_huge_vectors) {
  const auto f = [](const auto& x) { return norm(x); };
  for (const double scale : {0x1p-600, 0x1p600}) {
    EXPECT_EQ(gradient(f, point({3 * scale, -4 * scale})), point({3.0 / 5, -4.0 / 5})) << scale;
    EXPECT_EQ(f(dual_variables(point({3 * scale, 4 * scale}))).value(), 5 * scale);
  }
}

TEST(HardPlaces, enclosures_of_what_is_undefined_are_not_finite) {
  const auto slope = [](const auto& f, const Vector<Ball>& x) { return forward_gradient(f, x)[0].is_finite(); };
  const auto by_x = [](const auto& x) { return Ball(1) / x[0]; };
  const auto root = [](const auto& x) { return sqrt(x[0]); };
  const auto logarithm = [](const auto& x) { return log(x[0]); };
  EXPECT_FALSE(slope(by_x, point<Ball>({Ball::hull(-1, 1)})));
  EXPECT_FALSE(slope(root, point<Ball>({Ball(0)})));
  EXPECT_FALSE(slope(logarithm, point<Ball>({Ball::hull(0, 1)})));
  EXPECT_TRUE(slope(root, point<Ball>({Ball(4)})));
}

TEST(HardPlaces, maximum_where_the_sign_is_open_takes_both_branches) {
  const auto f = [](const auto& x) { return larger(x[0], x[1]); };
  const Vector<Ball> g = forward_gradient(f, point<Ball>({Ball::hull(-1, 1), Ball::hull(0, 2)}));
  for (const Ball& entry : g) {
    EXPECT_LE(entry.lower(), 0);
    EXPECT_GE(entry.upper(), 1);
  }
}

TEST(HardPlaces, select_where_the_sign_is_open_takes_both_branches) {
  const auto f = [](const auto& x) { return select(x[0], x[0], -x[0]); };
  const auto expect_both = [](const auto& slope) {
    EXPECT_LE(slope.lower(), -1);
    EXPECT_GE(slope.upper(), 1);
  };
  const Vector<Interval> interval = point<Interval>({Interval::hull(-1, 1)});
  const Vector<Ball> ball = point<Ball>({Ball::hull(-1, 1)});
  expect_both(forward_gradient(f, interval)[0]);
  expect_both(reverse_gradient(f, interval)[0]);
  expect_both(forward_gradient(f, ball)[0]);
  expect_both(reverse_gradient(f, ball)[0]);
}

/// Along (1, 1) both branches of a maximum grow alike, and whichever is taken the derivative is 1.
TEST(HardPlaces, branches_that_grow_alike_need_no_sign) {
  const auto along = [](const auto& f, int second) {
    Vector<Dual<Ball>> x(2);
    x[0] = Dual<Ball>::variable(Ball::hull(-1, 1), 0, 1);
    x[1] = Dual<Ball>(Ball::hull(0, 2), Vector<Ball>::Constant(1, Ball(second)));
    const Ball slope = f(x).tangent();
    return std::pair(slope.lower(), slope.upper());
  };
  const auto maximum = [](const auto& x) { return larger(x[0], x[1]); };
  const auto minimum = [](const auto& x) { return smaller(x[0], x[1]); };
  const auto branch = [](const auto& x) { return select(Dual<Ball>(x[0] - x[1]), x[0], x[1]); };
  EXPECT_EQ(along(maximum, 1), std::pair(1.0, 1.0));
  EXPECT_EQ(along(minimum, 1), std::pair(1.0, 1.0));
  EXPECT_EQ(along(branch, 1), std::pair(1.0, 1.0));
  const auto [lower, upper] = along(maximum, 3);
  EXPECT_LE(lower, 1);
  EXPECT_GE(upper, 3);
  EXPECT_LT(upper - lower, 2 + 0x1p-20);
}

TEST(HardPlaces, entries_of_the_norms_gradient_are_bounded_around_zero) {
  const auto f = [](const auto& x) { return norm(x); };
  for (const Ball& entry : forward_gradient(f, point<Ball>({Ball::hull(-1, 1), Ball::hull(-2, 1)}))) {
    EXPECT_LE(entry.lower(), -1);
    EXPECT_GE(entry.upper(), 1);
    EXPECT_LT(entry.upper() - entry.lower(), 2 + 0x1p-20);
  }
  const Vector<Ball> away = forward_gradient(f, point<Ball>({Ball(3), Ball(-4)}));
  EXPECT_LT(away[1].upper(), -0.79);
}

TEST(HardPlaces, logarithm_at_zero) {
  EXPECT_EQ(gradient([](const auto& x) { return log(x[0]); }, point({0.0}))[0], infinity);
  EXPECT_EQ(gradient([](const auto& x) { return log1p(x[0]); }, point({0.0}))[0], 1);
}

TEST(HardPlaces, sigmoid_softplus_and_tanh_far_out) {
  const auto at = [](const auto& f, double x) { return gradient(f, point({x}))[0]; };
  const auto soft = [](const auto& x) { return softplus(x[0]); };
  const auto curve = [](const auto& x) { return sigmoid(x[0]); };
  const auto tanh = [](const auto& x) { return hyperbolic_tangent(x[0]); };
  EXPECT_EQ(at(soft, 1000), 1);
  EXPECT_EQ(at(soft, -1000), 0);
  EXPECT_EQ(at(curve, -1000), 0);
  EXPECT_EQ(at(curve, 0), 0.25);
  EXPECT_EQ(at(tanh, 0), 1);
  EXPECT_GT(at(tanh, 20), 0) << "1 − tanh² is 0 in double";
  EXPECT_GT(at(curve, 40), 0) << "1 − σ is 0 in double";
  EXPECT_EQ(at([](const auto& x) { return exp_minus_one(x[0]); }, -1000), 0);
}

TEST(HardPlaces, second_derivatives_of_powers_at_zero) {
  using Second = Dual<Dual<Rational>>;
  const Second zero = Second::variable(Dual<Rational>::variable(0, 0, 1), 0, 1);
  const std::vector<int> expected{0, 0, 2, 0};
  for (int n = 0; n < 4; ++n) EXPECT_EQ(power(zero, n).tangent().tangent(), expected[std::size_t(n)]) << n;
}

TEST(HardPlaces, division_near_zero) {
  const double tiny = 0x1p-600;
  const Vector<double> g = gradient([](const auto& x) { return x[0] / x[1]; }, point({tiny, tiny}));
  EXPECT_EQ(g, point({0x1p600, -0x1p600})) << "tiny² is 0 in double";
}

TEST(HardPlaces, log_sum_exp_far_out) {
  const auto f = [](const auto& x) { return log_sum_exp(x); };
  EXPECT_EQ(gradient(f, point({1000.0, -1000.0})), point({1.0, 0.0}));
  EXPECT_EQ(gradient(f, point({-2000.0, -2000.0})), point({0.5, 0.5}));
  const Dual<double> value = f(dual_variables(point({1000.0, 1000.0})));
  EXPECT_EQ(value.value(), 1000 + std::log(2.0));
}

TEST(HardPlaces, softmax_far_out) {
  const auto f = [](const auto& x) { return softmax(x)[0]; };
  EXPECT_EQ(gradient(f, point({2000.0, 2000.0})), point({0.25, -0.25}));
  EXPECT_EQ(gradient(f, point({2000.0, -2000.0})), point({0.0, 0.0}));
}

TEST(HardPlaces, branch_not_taken_yields_na_n) {
  const auto f = [](const auto& x) { return select(x[0], square(x[0]), sqrt(x[0])); };
  EXPECT_EQ(gradient(f, point({4.0}))[0], 8);
  const auto g = [](const auto& x) { return select(-square(x[0]) - x[1], log(x[0] - x[1]), x[0] * x[1]); };
  EXPECT_EQ(gradient(g, point({1.0, 1.0})), point({1.0, 1.0}));
  const auto by_zero = [](const auto& x) { return x[1] * relu(x[0]) + select(x[0], x[1] / x[0], x[1]); };
  EXPECT_EQ(gradient(by_zero, point({-1.0, 3.0})), point({0.0, 1.0}));
}

TEST(HardPlaces, repeated_inputs) {
  const auto f = [](const auto& x) { return x[0] * x[0] * x[0] - x[0] / x[0]; };
  EXPECT_EQ(gradient(f, point<Rational>({5}))[0], 75);
}

TEST(HardPlaces, constants_and_unused_inputs) {
  const auto constant = []<class V>(const Vector<V>&) { return V(7); };
  EXPECT_EQ(gradient(constant, point<Rational>({1, 2})), point<Rational>({0, 0}));
  const auto f = []<class V>(const Vector<V>& x) { return V(7) * x[1] + V(1); };
  EXPECT_EQ(gradient(f, point<Rational>({1, 2})), point<Rational>({0, 7}));
}

TEST(HardPlaces, literals_of_the_number_type_mix) {
  const auto f = [](const auto& x) { return 2 * x[0] + 0.5 * x[1] - x[0] / 4 + 1 / x[1] - (3 - x[1]); };
  EXPECT_EQ(gradient(f, point({1.0, 2.0})), point({1.75, 1.25}));
}

TEST(Tape, refuses_two_tapes) {
  Tape<double> one, other;
  const auto x = one.variables(point({1.0}));
  const auto y = other.variables(point({1.0}));
  EXPECT_THROW(x[0] * y[0], std::invalid_argument);
  EXPECT_THROW(one.gradient(y[0], x), std::invalid_argument);
}

TEST(Dual, second_derivatives_over_itself) {
  using Second = Dual<Dual<Rational>>;
  const Second x = Second::variable(Dual<Rational>::variable(3, 0, 1), 0, 1);
  const Second cube = x * square(x) + Second(2) / x;
  EXPECT_EQ(cube.tangent().tangent(), Rational(18) + Rational(4, 27));
}

}  // namespace
}  // namespace verigrad::autodiff_hard_places_test
