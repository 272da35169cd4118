// Wells that are twice continuously differentiable, quadratics by Cayley's transform, and the bound on INNA's step
// size.
#include "verigrad/theorem/inertial_newton/smooth_well.hpp"

#include <stdexcept>

#include <gtest/gtest.h>

#include "verigrad/number/product.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/inertial_newton/inna_step.hpp"

namespace verigrad::theorem_smooth_well_test {
namespace {

const SmoothWell well({0, 1, 2}, {-1, 2, 1});

Vector<Rational> point(int numerator, int denominator) {
  return Vector<Rational>::Constant(1, Rational(numerator, denominator));
}
Rational slope(int numerator, int denominator) { return well.gradient(point(numerator, denominator))[0]; }
Rational curvature(int numerator, int denominator) {
  return well.hessian_product(point(numerator, denominator), point(1, 1))[0];
}

TEST(SmoothWell, slopes_and_curvatures_by_hand) {
  EXPECT_EQ(slope(0, 1), 0);
  EXPECT_EQ(slope(2, 3), 0);
  EXPECT_EQ(slope(1, 1), Rational(1, 2));
  EXPECT_EQ(slope(2, 1), 2);
  EXPECT_EQ(slope(7, 2), Rational(7, 2));
  EXPECT_EQ(curvature(1, 2), Rational(1, 2));
  EXPECT_EQ(curvature(3, 2), Rational(3, 2));
  EXPECT_EQ(curvature(9, 1), 1);
}

TEST(SmoothWell, value_by_hand) {
  EXPECT_EQ(well.value(point(1, 1)), 0);
  EXPECT_EQ(well.value(point(2, 1)), Rational(4, 3));
  EXPECT_EQ(well.value(point(3, 1)) - well.value(point(2, 1)), Rational(5, 2));
}

TEST(SmoothWell, is_even) {
  for (const int k : {1, 3, 5, 9}) {
    EXPECT_EQ(slope(-k, 2), -slope(k, 2)) << k;
    EXPECT_EQ(curvature(-k, 2), curvature(k, 2)) << k;
    EXPECT_EQ(well.value(point(-k, 2)), well.value(point(k, 2))) << k;
  }
}

TEST(SmoothWell, refuses_knots_that_do_not_ascend_from_0) {
  EXPECT_THROW(SmoothWell({1, 2}, {1, 1}), std::invalid_argument);
  EXPECT_THROW(SmoothWell({0, 2, 2}, {1, 1, 1}), std::invalid_argument);
  EXPECT_THROW(SmoothWell({0, 1}, {1}), std::invalid_argument);
  EXPECT_THROW(SmoothWell({}, {}), std::invalid_argument);
}

TEST(SpectralInstance, by_hand) {
  const SpectralInstance quadratic{vector({25, 50}), at(0.5)};
  const Matrix<Rational> V = eigenvectors(quadratic), H = hessian(quadratic);
  EXPECT_EQ(V(0, 0), Rational(3, 5));
  EXPECT_EQ(V(0, 1), Rational(-4, 5));
  EXPECT_EQ(H(0, 0), 41);
  EXPECT_EQ(H(0, 1), -12);
  EXPECT_EQ(H(1, 1), 34);
  EXPECT_THROW(eigenvectors({vector({1, 1}), {}}), std::invalid_argument);
}

TEST(InnaStep, bound_is_decided_exactly) {
  // α = β = 1, L = 2: the roots are 1/2 and 1.
  const auto with = [](double gamma) { return InnaStep{1, 1, 2, gamma, 2}; };
  EXPECT_TRUE(below_root(with(0.5 - 0x1p-52)));
  EXPECT_FALSE(below_root(with(0.5)));
  EXPECT_TRUE(below_root(with(1 - 0x1p-52), -1));
  EXPECT_FALSE(below_root(with(1), -1));
  EXPECT_TRUE(below_root(with(0.625 - 0x1p-52), Rational(1, 2)));
  EXPECT_FALSE(below_root(with(0.625), Rational(1, 2)));
  EXPECT_FALSE(below_root(InnaStep{0.5, 1, 1, 0.001, 1}));
}

}  // namespace
}  // namespace verigrad::theorem_smooth_well_test
