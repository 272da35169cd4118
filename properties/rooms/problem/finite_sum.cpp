// Finite sums by hand, on ½(x − 1)², ½·3(x + 1)² and functions that are no quadratics.
#include "verigrad/problem/finite_sum.hpp"

#include <gtest/gtest.h>

#include "verigrad/problem/huber.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/problem/softplus_network.hpp"

#include "drawn.hpp"

namespace verigrad::problem_finite_sum_test {
namespace {

ObjectivePtr parabola(double curvature, double centre) { return make_objective(Quadratic(at(curvature), at(centre))); }
FiniteSum two_parabolas() { return FiniteSum({parabola(1, 1), parabola(3, -1)}); }

TEST(FiniteSum, is_the_mean_of_its_terms) {
  const FiniteSum f = two_parabolas();
  EXPECT_EQ(f.value<double>(at(2)), (0.5 + 13.5) / 2);
  EXPECT_EQ(f.gradient<double>(at(2)), at((1 + 9) / 2.0));
  EXPECT_EQ(f.hessian_product<double>(at(2), at(1)), at(2));
  EXPECT_EQ(f.curvature().lower, 2);
  EXPECT_EQ(f.curvature().upper, 2);
}

TEST(FiniteSum, rounds_its_curvature_outward) {
  const Curvature c = FiniteSum({parabola(1, 0), parabola(1, 0), parabola(2, 0)}).curvature();
  EXPECT_LE(exact<Rational>(c.lower), Rational(4, 3));
  EXPECT_GE(exact<Rational>(c.upper), Rational(4, 3));
}

TEST(FiniteSum, holds_where_all_of_its_terms_do) {
  const auto within = [](double radius) {
    return make_objective(SoftplusNetwork(Matrix<double>{{1}}, at(1), 1, radius));
  };
  EXPECT_EQ(make_objective(FiniteSum({within(1), within(2)}))->domain_radius(), 1);
  EXPECT_EQ(make_objective(FiniteSum({within(2), within(1)}))->domain_radius(), 1);
}

TEST(FiniteSum, batches_are_means_over_their_indices) {
  const FiniteSum f = two_parabolas();
  EXPECT_EQ(f.batch_gradient<double>({1}, at(2)), at(9));
  EXPECT_EQ(f.batch_value<double>({0}, at(2)), 0.5);
  EXPECT_EQ(f.batch_gradient<double>({0, 0, 1}, at(2)), at(11 / 3.0));
}

TEST(FiniteSum, finds_the_exact_minimiser_of_quadratics) {
  const auto f = make_objective(two_parabolas());
  ASSERT_TRUE(f->has_minimum());
  EXPECT_EQ(f->over<Rational>().minimum().x_star[0], Rational(-1, 2));
  EXPECT_EQ(f->over<Rational>().minimum().f_star, f->over<Rational>().value(exact<Rational>(at(-0.5))));
}

TEST(FiniteSum, claims_no_minimiser_that_is_not_proved) {
  const auto huber = make_objective(Huber(at(1), 1, at(3)));
  const auto kinked = make_objective(FiniteSum({huber, parabola(1, 8)}));
  EXPECT_FALSE(kinked->has_minimum());
  EXPECT_THROW(kinked->over<Rational>().minimum(), std::logic_error);
  EXPECT_FALSE(make_objective(FiniteSum({parabola(-1, 0)}))->has_minimum());
}

TEST(FiniteSum, is_rational_if_all_terms_are) {
  const ObjectivePtr logistic = drawn(generate::logistic_regression(), 1).front();
  EXPECT_TRUE(make_objective(two_parabolas())->rational());
  EXPECT_FALSE(make_objective(FiniteSum({logistic}))->rational());
}

TEST(FiniteSum, agrees_over_all_number_types) {
  for (const ObjectivePtr& term : drawn(generate::convex_quadratic(), 20)) {
    const FiniteSum f({term, term});
    const Vector<double> x = drawn_point(*term, 7);
    EXPECT_EQ(f.value<Rational>(exact<Rational>(x)), term->over<Rational>().value(exact<Rational>(x)));
    EXPECT_TRUE(contains(f.value<Interval>(exact<Interval>(x)), f.value<Rational>(exact<Rational>(x))));
    EXPECT_EQ(make_objective(f)->has_minimum(), true);
  }
}

TEST(FiniteSum, refuses_callers_mistakes) {
  EXPECT_THROW(FiniteSum({}), std::invalid_argument);
  EXPECT_THROW(FiniteSum({nullptr}), std::invalid_argument);
  EXPECT_THROW(FiniteSum({parabola(1, 0), make_objective(Quadratic(Vector<double>::Ones(2), Vector<double>::Ones(2)))}),
               std::invalid_argument);
  EXPECT_THROW(two_parabolas().term(2), std::invalid_argument);
  EXPECT_THROW(two_parabolas().batch_value<double>({}, at(0)), std::invalid_argument);
  EXPECT_THROW(two_parabolas().batch_gradient<double>({-1}, at(0)), std::invalid_argument);
}

}  // namespace
}  // namespace verigrad::problem_finite_sum_test
