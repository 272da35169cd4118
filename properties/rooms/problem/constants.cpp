// Curvature constants are nearly attained: a bound that is far too large would pass every other test.
#include <Eigen/Eigenvalues>
#include <gtest/gtest.h>

#include "verigrad/number/spectrum.hpp"
#include "verigrad/problem/absolute.hpp"
#include "verigrad/problem/least_squares.hpp"
#include "verigrad/problem/log_sum_exp.hpp"
#include "verigrad/problem/logistic_regression.hpp"
#include "verigrad/problem/non_convex.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/softmax_regression.hpp"
#include "verigrad/problem/softplus.hpp"
#include "verigrad/problem/softplus_network.hpp"
#include "verigrad/problem/table.hpp"

#include "drawn.hpp"

namespace verigrad::problem_constants_test {
namespace {

/// ⟨∇f(x + v) − ∇f(x), v⟩/‖v‖².
double curvature_along(const Objective& f, const Vector<double>& x, const Vector<double>& v) {
  const Ball::Precision precision(256);
  const Vector<Ball> step = exact<Ball>(v), start = exact<Ball>(x);
  const Vector<Ball> bent = f.over<Ball>().gradient(start + step) - f.over<Ball>().gradient(start);
  return approximate(Ball(dot<Ball>(bent, step) / squared_norm<Ball>(step)));
}

constexpr double nearly = 0.999999;

TEST(Constants, softplus_attains_its_own_at_the_centre) {
  const auto f = make_objective(Softplus(at(3), at(1)));
  EXPECT_EQ(f->curvature().upper, 1.5);
  EXPECT_GT(curvature_along(*f, at(1 - 0x1p-11), at(0x1p-10)), nearly * f->curvature().upper);
}

TEST(Constants, log_sum_exp_of_one_pair_attains_its_own_at_the_centre) {
  const auto f = make_objective(LogSumExp::symmetric(Matrix<double>{{3, 4}}, at(0.5), 2, Vector<double>::Zero(2)));
  EXPECT_EQ(f->curvature().upper, 12.5);
  const Vector<double> along = 0x1p-12 * (Vector<double>(2) << 3, 4).finished();
  EXPECT_GT(curvature_along(*f, -0.5 * along, along), nearly * f->curvature().upper);
}

TEST(Constants, log_sum_exp_of_one_row_is_that_row) {
  const auto f = make_objective(LogSumExp(Matrix<double>{{4}}, at(3), 2, at(1)));
  EXPECT_EQ(f->over<double>().value(at(1)), 3);
  EXPECT_EQ(f->over<double>().value(at(2)), 7);
}

TEST(Constants, symmetric_minima_are_at_the_centre) {
  const Matrix<double> a{{3, 4}, {1, -2}};
  const Vector<double> b = (Vector<double>(2) << 0.5, 1).finished(), centre = (Vector<double>(2) << 7, -1).finished();
  for (const ObjectivePtr& f :
       {make_objective(LogSumExp::symmetric(a, b, 2, centre)), make_objective(Softplus(b, centre))}) {
    EXPECT_EQ(f->over<double>().minimum().x_star, centre);
    for (const Ball& slope : f->over<Ball>().gradient(exact<Ball>(centre))) EXPECT_TRUE(contains(slope, Ball(0)));
  }
  EXPECT_FALSE(make_objective(LogSumExp(a, b, 2, centre))->has_minimum());
  EXPECT_THROW(make_objective(LogSumExp(a, b, 2, centre))->over<Ball>().minimum(), std::logic_error);
}

TEST(Constants, geman_mcclure_attains_both_of_its_own) {
  const auto f = make_objective(GemanMcClure(at(4), at(0)));
  EXPECT_GT(curvature_along(*f, at(-0x1p-12), at(0x1p-11)), nearly * f->curvature().upper);
  EXPECT_LT(curvature_along(*f, at(1 - 0x1p-12), at(0x1p-11)), nearly * f->curvature().lower);
}

TEST(Constants, the_double_well_has_two_minima_and_attains_both_of_its_own) {
  const auto f = make_objective(double_well(2, 1.5, 4));
  EXPECT_EQ(f->over<Rational>().value(exact<Rational>(at(1))), f->over<Rational>().minimum().f_star);
  EXPECT_EQ(f->over<Rational>().value(exact<Rational>(at(7))), f->over<Rational>().minimum().f_star);
  EXPECT_EQ(f->over<Rational>().gradient(exact<Rational>(at(4)))[0], 0);
  EXPECT_GT(f->over<Rational>().value(exact<Rational>(at(4))), f->over<Rational>().minimum().f_star);
  EXPECT_EQ(curvature_along(*f, at(4), at(1)), -2);
  EXPECT_EQ(curvature_along(*f, at(6), at(1)), 2);
}

TEST(Constants, models_of_tables_attain_theirs_along_an_eigenvector) {
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    const Matrix<double> a = drawn(generate::point(12), 1, seed).front().reshaped(4, 3);
    const Eigen::SelfAdjointEigenSolver<Matrix<double>> solver(a.transpose() * a);
    const Vector<double> top = solver.eigenvectors().col(2), bottom = solver.eigenvectors().col(0);
    const Vector<double> zero = Vector<double>::Zero(3), b = Vector<double>::Ones(4);
    const auto squares = make_objective(LeastSquares(a, b, 0.25));
    EXPECT_GT(curvature_along(*squares, zero, top), nearly * squares->curvature().upper);
    EXPECT_LT(curvature_along(*squares, zero, bottom), squares->curvature().lower / nearly);
    const auto logistic = make_objective(LogisticRegression(a, b, 0.25));
    EXPECT_GT(curvature_along(*logistic, -0x1p-21 * top, 0x1p-20 * top), nearly * logistic->curvature().upper);
    EXPECT_LT(curvature_along(*logistic, 0x1p12 * top, top), 1.01 * (0.25 + solver.eigenvalues()[2] / 16));
    EXPECT_EQ(logistic->curvature().lower, 0.25);
  }
}

/// Where both classes have the share ½, along a against −a.
TEST(Constants, a_term_of_softmax_regression_attains_its_own) {
  const SoftmaxRegression f(Matrix<double>{{3, 4}}, at(1), 2, 0.25);
  EXPECT_EQ(f.largest_L(), 12.75);
  const Vector<double> v = 0x1p-16 * vector({3, 4, -3, -4});
  Vector<double> below(4), above(4);
  f.gradient(0, -v, below);
  f.gradient(0, v, above);
  const double along = (above - below).dot(v) / (2 * v.squaredNorm());
  EXPECT_GT(along, nearly * f.largest_L());
  EXPECT_LE(along, f.largest_L());
}

/// Far from its targets a network's curvature is that of its errors: at θ = (0, 0, −½) along the weight,
/// ¼(v² + (y − v log 2)/2), which the bound without the errors does not reach.
TEST(Constants, the_networks_bounds_know_its_errors) {
  for (const double y : {8.0, 100.0}) {
    const auto f = make_objective(SoftplusNetwork(Matrix<double>{{1}, {-1}}, vector({y, y}), 1, 1));
    const double along = curvature_along(*f, vector({0, 0, -0.5}), vector({0x1p-20, 0, 0}));
    EXPECT_NEAR(along, (0.25 + (y + 0.5 * std::log(2.0)) / 2) / 4, 1e-4);
    EXPECT_LE(along, f->curvature().upper);
    const double back = curvature_along(*f, vector({0, 0, 0.5}), vector({0x1p-20, 0, 0}));
    EXPECT_GE(back, f->curvature().lower);
    EXPECT_LT(back, 0);
  }
}

/// At v = −31/32 along the row (20, 1): (v² + (100 − v log 2)|v|) · 401/4, of which the bend is nearly all.
TEST(Constants, the_networks_bound_has_room_for_how_its_units_bend) {
  const auto f = make_objective(SoftplusNetwork(Matrix<double>{{20}}, at(100), 1, 1));
  const double along = curvature_along(*f, vector({0, 0, -0.96875}), vector({20 * 0x1p-20, 0x1p-20, 0}));
  EXPECT_GT(along, 9800);
  EXPECT_LE(along, f->curvature().upper);
}

/// One unit on the row (0, 1), r = 2, y = 3: |errors| ≤ 2 log 2 + 2 + 3, (log 2 + 2)² of the slopes, 1 + 2/4 a bend.
TEST(Constants, the_networks_bounds_are_those_of_its_formula) {
  const Curvature c = make_objective(SoftplusNetwork(Matrix<double>{{0}}, at(3), 1, 2))->curvature();
  const double bends = 1.5 * (5 + 2 * std::log(2.0)), slopes = (std::log(2.0) + 2) * (std::log(2.0) + 2);
  EXPECT_NEAR(c.lower, -bends, 0x1p-40);
  EXPECT_NEAR(c.upper, slopes + bends, 0x1p-40);
}

/// Four units on it: 2 log 2 for log 2.
TEST(Constants, the_networks_bounds_grow_with_the_root_of_its_units) {
  const Curvature c = make_objective(SoftplusNetwork(Matrix<double>{{0}}, at(3), 4, 2))->curvature();
  const double offset = 2 * std::log(2.0), bends = 1.5 * (5 + 2 * offset);
  EXPECT_NEAR(c.lower, -bends, 0x1p-40);
  EXPECT_NEAR(c.upper, (offset + 2) * (offset + 2) + bends, 0x1p-40);
}

TEST(Constants, of_tables_are_rounded_outward) {
  const Matrix<double> a{{0.1, 0.7}, {0.3, -0.9}};
  const SpectrumBounds gram = gram_spectrum_bounds(a);
  const auto lifted = [](double eigenvalue) {
    return exact<Rational>(0.3) * exact<Rational>(eigenvalue) + exact<Rational>(0.1);
  };
  const Curvature c = table_curvature(a, 0.3, 0.1);
  EXPECT_LE(exact<Rational>(c.lower), lifted(gram.lower));
  EXPECT_GE(exact<Rational>(c.upper), lifted(gram.upper));
}

TEST(Constants, the_network_is_not_convex_and_its_bounds_are_within_a_small_factor) {
  const SoftplusNetwork network(Matrix<double>{{1}, {-1}}, (Vector<double>(2) << 8, 8).finished(), 1, 1);
  const auto f = make_objective(network);
  EXPECT_EQ(f->domain_radius(), 1);
  double smallest = 0, largest = 0;
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    Vector<double> x = drawn_point(*f, seed), v = drawn_point(*f, seed + 1000);
    if (v.isZero(0)) continue;
    x /= 2 * std::max(1.0, x.norm());
    const double along = curvature_along(*f, x, 0x1p-20 * v);
    smallest = std::min(smallest, along);
    largest = std::max(largest, along);
  }
  EXPECT_LT(smallest, f->curvature().lower / 10);
  EXPECT_GT(largest, f->curvature().upper / 20);
}

TEST(Constants, magnitudes_have_no_smoothness_and_a_subgradient_of_0_at_the_kink) {
  const auto f = make_objective(Absolute(at(2), at(1)));
  EXPECT_FALSE(f->curvature().smooth());
  EXPECT_TRUE(f->curvature().convex());
  EXPECT_EQ(f->over<Rational>().gradient(exact<Rational>(at(1)))[0], 0);
  EXPECT_EQ(f->over<double>().gradient(at(0.5))[0], -2);
  EXPECT_EQ(f->over<Rational>().value(exact<Rational>(at(-3))), 8);
  const Interval kink = f->over<Interval>().gradient(Vector<Interval>::Constant(1, Interval::hull(0, 3)))[0];
  EXPECT_TRUE(kink.lower() <= -2 && kink.lower() > -2 - 0x1p-40) << kink;
  EXPECT_TRUE(kink.upper() >= 2 && kink.upper() < 2 + 0x1p-40) << kink;
  for (const ObjectivePtr& g : drawn(generate::absolute(), 60)) {
    const Vector<Rational> x = exact<Rational>(drawn_point(*g, 1)), y = exact<Rational>(drawn_point(*g, 2));
    EXPECT_GE(g->over<Rational>().value(y),
              g->over<Rational>().value(x) + dot<Rational>(g->over<Rational>().gradient(x), y - x));
  }
}

}  // namespace
}  // namespace verigrad::problem_constants_test
