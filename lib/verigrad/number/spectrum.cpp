#include "verigrad/number/spectrum.hpp"

#include <cmath>
#include <functional>
#include <stdexcept>

#include <Eigen/Eigenvalues>
#include <arb_mat.h>
#include <fmt/format.h>

#include "verigrad/number/exact_solve.hpp"

namespace verigrad {
namespace {

constexpr long proof_bits = 256;
constexpr double relative_slack = 0x1p-36;
constexpr double smallest_gap = 0x1p-120;

/// A symmetric matrix scaled by 2⁻ᵉ so that its largest entry is about 1, its eigenvalues near `eigenvalues`.
struct Scaled {
  Matrix<Ball> h;
  Vector<double> eigenvalues;
  int exponent;
};

/// The b found largest with λ_min > b proven, for λ_min near `estimate`; 0 if λ_min cannot be told from 0 and
/// `semidefinite` knows that it is not below, which is asked first: a search that ends at 0 is the longest.
double proven_lower_bound(const Matrix<Ball>& h, double estimate, const std::function<bool()>& semidefinite) {
  const auto proven = [&](double b) { return smallest_eigenvalue_exceeds(h, Ball::point(b)); };
  // Far above what `estimate`, of entries up to 1, is off by.
  const double noise = 0x1p-46 * double(h.size());
  if (std::abs(estimate) <= noise && !proven(smallest_gap) && semidefinite()) return 0;
  double step = std::max(relative_slack * std::abs(estimate), smallest_gap);
  double below = estimate - step;
  double above = estimate + step;
  for (; !proven(below); below = estimate - step) {
    above = below;
    step *= 4;
  }
  for (; proven(above); above = estimate + step) {
    below = above;
    step *= 4;
  }
  while (above - below > 2 * relative_slack * std::abs(below) && above - below > 2 * smallest_gap) {
    const double middle = below + (above - below) / 2;
    (proven(middle) ? below : above) = middle;
  }
  return below;
}

Matrix<Ball> negative(const Matrix<Ball>& h) {
  return h.unaryExpr([](const Ball& entry) { return -entry; });
}

Rational scaled_back(double x, int exponent) {
  const Rational factor(boost::multiprecision::mpz_int(1) << std::abs(exponent));
  return exponent >= 0 ? exact<Rational>(x) * factor : exact<Rational>(x) / factor;
}

double lower_bound_of(const Scaled& scaled, const std::function<bool()>& no_negative) {
  const Ball::Precision precision(proof_bits);
  const double lower = proven_lower_bound(scaled.h, scaled.eigenvalues.minCoeff(), no_negative);
  return round_down(scaled_back(lower, scaled.exponent));
}

double upper_bound_of(const Scaled& scaled, const std::function<bool()>& no_positive) {
  const Ball::Precision precision(proof_bits);
  const double upper = -proven_lower_bound(negative(scaled.h), -scaled.eigenvalues.maxCoeff(), no_positive);
  return round_up(scaled_back(upper, scaled.exponent));
}

int exponent_of(double largest) {
  int exponent = 0;
  std::frexp(largest, &exponent);
  return exponent;
}

Ball shifted(const Ball& x, int exponent) {
  Ball result;
  arb_mul_2exp_si(result.arb(), x.arb(), exponent);
  return result;
}

void require_symmetric(const Matrix<double>& h) {
  if (h.size() == 0 || h.rows() != h.cols() || !h.allFinite() || h != h.transpose())
    throw std::invalid_argument(
        fmt::format("spectrum_bounds: the {}×{} matrix is not a finite symmetric one; give a symmetric matrix",
                    h.rows(), h.cols()));
}

void require_table(const Matrix<double>& a) {
  if (a.size() == 0 || !a.allFinite())
    throw std::invalid_argument(fmt::format(
        "gram_spectrum_bounds: the {}×{} matrix is empty or not finite; give a finite table", a.rows(), a.cols()));
}

/// The lower triangle of AᵀA, added to `gram`.
void add_products(Matrix<Ball>& gram, const Matrix<Ball>& a) {
  for (Eigen::Index i = 0; i < a.cols(); ++i)
    for (Eigen::Index j = 0; j <= i; ++j)
      arb_dot(gram(i, j).arb(), gram(i, j).arb(), 0, a.col(i).data()->arb(), 1, a.col(j).data()->arb(), 1, a.rows(),
              proof_bits);
}

/// AᵀA/n for A scaled by 2⁻ᵉ. So many rows are balls at a time that these stay in a cache.
Matrix<Ball> scaled_gram(const Matrix<double>& a, Eigen::Index n, int exponent) {
  constexpr Eigen::Index most_balls = 1 << 14;
  const Ball::Precision precision(proof_bits);
  const Ball divisor{int(n)};
  const Eigen::Index height = std::max<Eigen::Index>(1, most_balls / a.cols());
  Matrix<Ball> gram(a.cols(), a.cols());
  for (Eigen::Index first = 0; first < a.rows(); first += height) {
    const Matrix<double> rows = a.middleRows(first, std::min(height, a.rows() - first));
    add_products(gram, exact<Ball>(rows).unaryExpr([=](const Ball& entry) { return shifted(entry, -exponent); }));
  }
  for (Eigen::Index i = 0; i < a.cols(); ++i)
    for (Eigen::Index j = 0; j <= i; ++j) {
      gram(i, j) /= divisor;
      gram(j, i) = gram(i, j);
    }
  return gram;
}

}  // namespace

Vector<double> approximate_eigenvalues(const Matrix<double>& h) {
  return Eigen::SelfAdjointEigenSolver<Matrix<double>>(h, Eigen::EigenvaluesOnly).eigenvalues();
}

bool smallest_eigenvalue_exceeds(const Matrix<Ball>& h, const Ball& shift) {
  arb_mat_t shifted_matrix;
  arb_mat_init(shifted_matrix, h.rows(), h.cols());
  for (Eigen::Index i = 0; i < h.rows(); ++i)
    for (Eigen::Index j = 0; j < h.cols(); ++j)
      arb_set(arb_mat_entry(shifted_matrix, i, j), h(std::max(i, j), std::min(i, j)).arb());
  for (Eigen::Index i = 0; i < h.rows(); ++i)
    arb_sub(arb_mat_entry(shifted_matrix, i, i), arb_mat_entry(shifted_matrix, i, i), shift.arb(), Ball::precision());
  const bool positive_definite = arb_mat_cho(shifted_matrix, shifted_matrix, Ball::precision()) != 0;
  arb_mat_clear(shifted_matrix);
  return positive_definite;
}

SpectrumBounds spectrum_bounds(const Matrix<double>& h) {
  require_symmetric(h);
  if (h.isDiagonal(0)) return {h.diagonal().minCoeff(), h.diagonal().maxCoeff()};
  const int exponent = exponent_of(h.cwiseAbs().maxCoeff());
  const Matrix<double> near = h.unaryExpr([=](double entry) { return std::ldexp(entry, -exponent); });
  const Matrix<Ball> scaled = exact<Ball>(h).unaryExpr([=](const Ball& entry) { return shifted(entry, -exponent); });
  const auto semidefinite = [&](double sign) {
    return positive_semidefinite(exact<Rational>(Matrix<double>(sign * h)));
  };
  const Scaled all{scaled, approximate_eigenvalues(near), exponent};
  return {lower_bound_of(all, [&] { return semidefinite(1); }), upper_bound_of(all, [&] { return semidefinite(-1); })};
}

SpectrumBounds gram_spectrum_bounds(const Matrix<double>& a) {
  require_table(a);
  const double largest = a.cwiseAbs().maxCoeff();
  if (largest == 0) return {0, 0};
  const int exponent = exponent_of(largest);
  // AAᵀ has the eigenvalues of AᵀA but for zeros, of which a wide AᵀA has some.
  const bool wide = a.rows() < a.cols();
  const Matrix<Ball> gram = scaled_gram(wide ? a.transpose() : a, a.rows(), exponent);
  const Matrix<double> near = gram.unaryExpr([](const Ball& entry) { return approximate(entry); });
  const Scaled all{gram, approximate_eigenvalues(near), 2 * exponent};
  const SpectrumBounds bounds{wide ? 0 : lower_bound_of(all, [] { return true; }),
                              upper_bound_of(all, [] { return false; })};
  if (!std::isfinite(bounds.upper))
    throw std::invalid_argument(
        fmt::format("gram_spectrum_bounds: entries as large as {} overflow AᵀA; rescale the table", largest));
  return {std::max(0.0, bounds.lower), bounds.upper};
}

}  // namespace verigrad
