// Ridge, soft thresholding, sign descent, ISTA and FISTA by hand; the LASSO from a chosen minimiser.
#include <gtest/gtest.h>

#include "verigrad/algorithm/fista.hpp"
#include "verigrad/algorithm/ridge.hpp"
#include "verigrad/algorithm/sign_descent.hpp"
#include "verigrad/problem/point.hpp"

namespace verigrad::algorithm_regularised_test {
namespace {

/// AᵀA + I = (2 2; 2 6) and Aᵀy = (1, 2) for A = (1 2; 0 1), y = (1, 0).
TEST(Ridge, solves_two_equations) {
  const Matrix<double> a{{1, 2}, {0, 1}};
  const Vector<double> y{{1.0, 0.0}};
  const Vector<Rational> quarters = Vector<Rational>::Constant(2, Rational(1, 4));
  EXPECT_EQ(RidgeWithHalfPenalty{1}.by_columns<Rational>(a, y), quarters);
  EXPECT_EQ(RidgeWithHalfPenalty{1}.by_rows<Rational>(a, y), quarters);
}

TEST(Ridge, names_say_which_penalty_is_minimised) {
  const Matrix<double> one = Matrix<double>::Ones(1, 1);
  EXPECT_EQ(RidgeWithHalfPenalty{1}.by_columns<Rational>(one, at(1))[0], Rational(1, 2));
  EXPECT_EQ(RidgeWithWholePenalty{1}.by_columns<Rational>(one, at(1))[0], Rational(1, 3));
  EXPECT_EQ(RidgeWithWholePenalty{1}.by_rows<Rational>(one, at(1))[0], Rational(1, 3));
  EXPECT_THROW((RidgeWithHalfPenalty{0}.by_columns<Rational>(Matrix<double>::Ones(1, 2), at(1))), std::domain_error);
}

TEST(SoftThresholding, shrinks_toward_zero) {
  EXPECT_EQ(soft_threshold<double>(3, 1), 2);
  EXPECT_EQ(soft_threshold<double>(-3, 1), -2);
  EXPECT_EQ(soft_threshold<double>(0.5, 1), 0);
}

TEST(SignDescent, takes_the_callers_choice_at_the_kink_alone) {
  const Rational dt(1, 4);
  for (const Rational& choice : {Rational(-1), Rational(0), Rational(1, 2), Rational(1)}) {
    EXPECT_EQ(explicit_sign_step<Rational>(0, dt, choice), -dt * choice);
    EXPECT_EQ(explicit_sign_step<Rational>(2, dt, choice), Rational(7, 4));
    EXPECT_EQ(explicit_sign_step<Rational>(-2, dt, choice), Rational(-7, 4));
  }
  EXPECT_EQ(implicit_sign_step<Rational>(2, dt), Rational(7, 4));
  EXPECT_EQ(implicit_sign_step<Rational>(Rational(1, 8), dt), 0);
}

TEST(IterativeSoftThresholding, one_step) {
  const Lasso f{Matrix<double>::Constant(1, 1, 2), at(3), 1};
  EXPECT_EQ((IterativeSoftThresholding{0.25}.step<double>(f, at(1))), at(1.25));
}

TEST(Fista, extrapolates_from_the_second_step_on) {
  const Lasso f{Matrix<double>::Ones(1, 1), at(0), 0};
  const Fista method{0.5};
  const auto first = method.step<double>(f, Fista::start<double>(at(8)));
  EXPECT_EQ(first.x, at(4));
  EXPECT_EQ(first.z, at(4));
  EXPECT_EQ(first.t, (1 + std::sqrt(5.0)) / 2);
  const auto second = method.step<double>(f, first);
  EXPECT_EQ(second.x, at(2));
  EXPECT_EQ(second.z[0], 2 - 2 * (first.t - 1) / second.t);
  const auto third = method.step<double>(f, second);
  EXPECT_EQ(third.x[0], second.z[0] / 2);
  EXPECT_EQ(third.z[0], third.x[0] + (second.t - 1) / third.t * (third.x[0] - second.x[0]));
}

/// ½(x − 3)² + 2|x|.
TEST(Lasso, is_minimal_only_where_the_slope_is_that_of_the_penalty) {
  const Lasso f{Matrix<double>::Ones(1, 1), at(3), 2};
  EXPECT_TRUE(minimises(f, at(1)));
  EXPECT_FALSE(minimises(f, at(2)));
  EXPECT_FALSE(minimises(f, at(0.5)));
  EXPECT_FALSE(minimises(f, at(-1)));
}

TEST(Lasso, has_the_chosen_minimiser) {
  Vector<double> x_star(2), s(2);
  x_star << 2, 0;
  s << 1, -0.5;
  const SolvedLasso solved = lasso_with_minimiser(Matrix<double>::Ones(1, 2), at(3), x_star, s, 2);
  EXPECT_TRUE(minimises(solved.lasso, x_star));
  EXPECT_FALSE(minimises(solved.lasso, 2 * x_star));
  EXPECT_THROW(lasso_with_minimiser(Matrix<double>::Ones(1, 2), at(3), x_star, -s, 2), std::invalid_argument);
}

}  // namespace
}  // namespace verigrad::algorithm_regularised_test
