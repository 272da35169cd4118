// Implicit gradients: scalar cases by hand, agreement of both forms, singular systems.
#include "verigrad/algorithm/implicit_gradient.hpp"

#include <gtest/gtest.h>

namespace verigrad::algorithm_implicit_gradient_test {
namespace {

Matrix<Rational> entry(const Rational& x) { return Matrix<Rational>::Constant(1, 1, x); }
Vector<Rational> vector(const Rational& x) { return Vector<Rational>::Constant(1, x); }

/// h = x/2 + 3θ: x* = 6θ; L = x + 5θ: f* = 11θ.
TEST(ImplicitGradient, of_a_scalar_fixed_point) {
  EXPECT_EQ(fixed_point_gradient<Rational>(entry(Rational(1, 2)), entry(3), vector(1), vector(5))[0], 11);
}

/// E = x² − 3θx: x* = 3θ/2; L = x + 5θ: f* = 13θ/2.
TEST(ImplicitGradient, of_a_scalar_minimiser) {
  EXPECT_EQ(argmin_gradient<Rational>(entry(2), entry(-3), vector(1), vector(5))[0], Rational(13, 2));
}

/// One parameter of a rotation by 90°, halved: (Id − A)⁻¹ = [4 −2; 2 4]/5, and the transpose is taken.
TEST(ImplicitGradient, transposes_the_system) {
  const Matrix<Rational> a{{Rational(0), Rational(-1, 2)}, {Rational(1, 2), Rational(0)}};
  const Matrix<Rational> b{{Rational(1)}, {Rational(0)}};
  const Vector<Rational> l{{Rational(0), Rational(1)}};
  EXPECT_EQ(fixed_point_gradient<Rational>(a, b, l, vector(0))[0], Rational(2, 5));
}

TEST(ImplicitGradient, refuses_singular_systems) {
  EXPECT_THROW(fixed_point_gradient<Rational>(entry(1), entry(1), vector(1), vector(0)), std::domain_error);
  EXPECT_THROW(argmin_gradient<Rational>(entry(0), entry(1), vector(1), vector(0)), std::domain_error);
}

TEST(ImplicitGradient, refuses_systems_of_other_sizes) {
  const Vector<Rational> two{{Rational(1), Rational(1)}};
  EXPECT_THROW(fixed_point_gradient<Rational>(entry(0), entry(1), two, vector(0)), std::invalid_argument);
  EXPECT_THROW(argmin_gradient<Rational>(entry(1), entry(1), two, vector(0)), std::invalid_argument);
}

}  // namespace
}  // namespace verigrad::algorithm_implicit_gradient_test
