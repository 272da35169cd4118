// Bounds of spectra: they enclose known eigenvalues, tightly, at every scale, clustered and singular.
#include "verigrad/number/spectrum.hpp"

#include <gtest/gtest.h>

#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"

#include "drawn.hpp"

namespace verigrad::problem_spectrum_test {
namespace {

constexpr double tightness = 1e-9;

void expect_tight(const SpectrumBounds& bounds, double smallest, double largest) {
  EXPECT_LE(bounds.lower, smallest);
  EXPECT_GE(bounds.upper, largest);
  EXPECT_GE(bounds.lower, smallest - tightness * std::abs(smallest));
  EXPECT_LE(bounds.upper, largest + tightness * std::abs(largest));
}

/// A matrix with the given spectrum, exactly, that is not diagonal.
Matrix<double> rotated(const Vector<double>& spectrum) {
  const Eigen::Index d = spectrum.size();
  Vector<double> first = Vector<double>::Zero(d), second = Vector<double>::Zero(d);
  first.head(2) << 1, -1;
  second.tail(4) << 1, 1, -1, 1;
  return Quadratic(spectrum, {first, second}, Vector<double>::Zero(d)).hessian();
}

TEST(Spectrum, known_eigenvalues_are_enclosed_within_a_billionth) {
  expect_tight(spectrum_bounds(rotated(vector({1, 2, 3, 4, 5}))), 1, 5);
  expect_tight(spectrum_bounds(rotated(vector({-7, 2, -3, 0.25, 5}))), -7, 5);
  expect_tight(spectrum_bounds(rotated(vector({-1, -2, -3, -4, -5, -6}))), -6, -1);
}

TEST(Spectrum, clusters_are_no_obstacle) {
  expect_tight(spectrum_bounds(rotated(vector({1, 1, 1, 1, 1 + 0x1p-20}))), 1, 1 + 0x1p-20);
  expect_tight(spectrum_bounds(rotated(vector({0x1p-20, 0x1p-20, 1, 1, 1}))), 0x1p-20, 1);
}

TEST(Spectrum, small_eigenvalues_beside_large_ones_are_told_from_0) {
  expect_tight(spectrum_bounds(rotated(vector({0x1p-40, 1, 1, 1, 1}))), 0x1p-40, 1);
  expect_tight(spectrum_bounds(rotated(vector({-0x1p-42, 1, 1, 1, 1}))), -0x1p-42, 1);
}

TEST(Spectrum, singular_semidefinite_matrices_have_the_bound_0) {
  const SpectrumBounds lower = spectrum_bounds(rotated(vector({0, 0, 1, 2, 3})));
  EXPECT_EQ(lower.lower, 0);
  const SpectrumBounds upper = spectrum_bounds(rotated(vector({0, 0, -1, -2, -3})));
  EXPECT_EQ(upper.upper, 0);
  const SpectrumBounds middle = spectrum_bounds(rotated(vector({0, 0, 1, -2, 3})));
  EXPECT_LT(middle.lower, -1.9);
}

TEST(Spectrum, scales_from_end_to_end_of_double) {
  for (const int exponent : {-1060, -600, -52, 0, 200, 1000}) {
    const double unit = std::ldexp(1.0, exponent);
    const SpectrumBounds bounds = spectrum_bounds(Matrix<double>(unit * rotated(vector({1, 2, 3, 4, 6}))));
    EXPECT_LE(bounds.lower, unit);
    EXPECT_GE(bounds.upper, 6 * unit);
    const double step = std::max(tightness * unit, 0x1p-1074);
    EXPECT_GE(bounds.lower, unit - step);
    EXPECT_LE(bounds.upper, 6 * unit + 6 * step);
  }
}

TEST(Spectrum, diagonal_matrices_are_exact) {
  const SpectrumBounds bounds = spectrum_bounds(Matrix<double>(vector({0.1, -3, 7}).asDiagonal()));
  EXPECT_EQ(bounds.lower, -3);
  EXPECT_EQ(bounds.upper, 7);
}

TEST(Spectrum, drawn_quadratics_agree_with_their_exact_spectrum) {
  for (const ObjectivePtr& f : drawn(generate::convex_quadratic(), 200)) {
    Matrix<double> h(f->dimension(), f->dimension());
    for (Eigen::Index j = 0; j < h.cols(); ++j)
      h.col(j) =
          f->over<double>().gradient(f->over<double>().minimum().x_star + Vector<double>::Unit(f->dimension(), j));
    expect_tight(spectrum_bounds(h), f->curvature().lower, f->curvature().upper);
  }
}

TEST(Spectrum, gram_matrices_with_known_eigenvalues) {
  const Matrix<double> a{{3, 4}, {-4, 3}, {0, 0}, {0, 0}};
  expect_tight(gram_spectrum_bounds(a), 6.25, 6.25);
  const Matrix<double> dependent{{1, 2}, {2, 4}, {3, 6}};
  expect_tight(gram_spectrum_bounds(dependent), 0, 70.0 / 3);
  expect_tight(gram_spectrum_bounds(Matrix<double>::Zero(3, 2)), 0, 0);
  const Matrix<double> wide{{1, 1, 1}};
  expect_tight(gram_spectrum_bounds(wide), 0, 3);
  expect_tight(gram_spectrum_bounds(Matrix<double>(1e-150 * a)), 6.25 * 1e-150 * 1e-150, 6.25 * 1e-150 * 1e-150);
}

/// Entries k/64 without pattern.
Matrix<double> scattered(Eigen::Index rows, Eigen::Index columns) {
  Choices choices = Choices::drawn(3);
  return Matrix<double>::NullaryExpr(rows, columns, [&] { return double(choices.up_to(128)) / 64 - 1; });
}

TEST(Spectrum, a_wide_table_has_the_spectrum_of_its_transpose_and_zeros) {
  const Matrix<double> wide = scattered(10, 400), tall = wide.transpose();
  const SpectrumBounds bounds = gram_spectrum_bounds(wide);
  EXPECT_EQ(bounds.lower, 0);
  const double expected = gram_spectrum_bounds(tall).upper * 400 / 10;
  EXPECT_NEAR(bounds.upper, expected, tightness * expected);
}

TEST(Spectrum, a_table_of_several_blocks_of_rows_counts_all_of_them) {
  Matrix<double> a(20000, 2);
  for (Eigen::Index i = 0; i < a.rows(); i += 2) {
    a.row(i) << 3, 4;
    a.row(i + 1) << -8, 6;
  }
  expect_tight(gram_spectrum_bounds(a), 12.5, 50);
}

TEST(Spectrum, dependent_columns_have_the_bound_0) {
  Matrix<double> a = scattered(150, 60);
  a.col(59) = a.leftCols(59).rowwise().sum();
  EXPECT_EQ(gram_spectrum_bounds(a).lower, 0);
  a(7, 59) += 0x1p-20;
  EXPECT_GT(gram_spectrum_bounds(a).lower, 0);
}

TEST(Spectrum, proof_by_cholesky_never_passes_the_smallest_eigenvalue) {
  const Matrix<Ball> h = exact<Ball>(rotated(vector({1, 2, 3, 4, 5})));
  for (const long bits : {53, 128, 512}) {
    const Ball::Precision precision(bits);
    EXPECT_TRUE(smallest_eigenvalue_exceeds(h, Ball::point(0.999)));
    EXPECT_FALSE(smallest_eigenvalue_exceeds(h, Ball(1)));
    EXPECT_FALSE(smallest_eigenvalue_exceeds(h, Ball::point(1.001)));
  }
}

TEST(Spectrum, refuses_what_has_no_spectrum) {
  EXPECT_THROW(spectrum_bounds(Matrix<double>{{1, 2}, {3, 4}}), std::invalid_argument);
  EXPECT_THROW(spectrum_bounds(Matrix<double>(2, 3)), std::invalid_argument);
  EXPECT_THROW(spectrum_bounds(Matrix<double>(0, 0)), std::invalid_argument);
  EXPECT_THROW(spectrum_bounds(Matrix<double>{{NAN}}), std::invalid_argument);
  EXPECT_THROW(gram_spectrum_bounds(Matrix<double>{{INFINITY}}), std::invalid_argument);
  EXPECT_THROW(gram_spectrum_bounds(Matrix<double>(0, 2)), std::invalid_argument);
  EXPECT_THROW(gram_spectrum_bounds(Matrix<double>{{1e200, 1}}), std::invalid_argument);
}

}  // namespace
}  // namespace verigrad::problem_spectrum_test
