// Polynomials of one variable by hand.
#include "verigrad/problem/polynomial.hpp"

#include <gtest/gtest.h>

#include "verigrad/problem/point.hpp"

namespace verigrad::problem_polynomial_test {
namespace {

TEST(Polynomial, has_its_derivatives) {
  const ObjectivePtr f = make_objective(Polynomial(vector({5, -1, 0, 2})));
  EXPECT_EQ(f->over<double>().value(at(3)), 5 - 3 + 54);
  EXPECT_EQ(f->over<double>().gradient(at(3)), at(-1 + 54));
  EXPECT_EQ(f->over<double>().hessian_product(at(3), at(2)), at(36 * 2));
  EXPECT_EQ(f->over<Rational>().gradient(exact<Rational>(at(0.5)))[0], Rational(1, 2));
  EXPECT_EQ(f->describe(), "Σ aⱼxʲ, a = (5, -1, 0, 2)");
  EXPECT_TRUE(f->rational());
  EXPECT_FALSE(f->has_minimum());
}

TEST(Polynomial, knows_its_curvature_up_to_degree_2) {
  EXPECT_EQ(Polynomial(vector({1, 2, 3})).curvature().smoothness(), 6);
  EXPECT_EQ(Polynomial(vector({1, 2})).curvature().smoothness(), 0);
  EXPECT_FALSE(Polynomial(vector({1, 2, 3, 4})).curvature().smooth());
}

TEST(Polynomial, refuses_no_coefficients) { EXPECT_THROW(Polynomial(vector({})), std::invalid_argument); }

}  // namespace
}  // namespace verigrad::problem_polynomial_test
