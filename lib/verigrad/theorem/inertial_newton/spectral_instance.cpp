#include "verigrad/theorem/inertial_newton/spectral_instance.hpp"

#include <stdexcept>

#include <fmt/format.h>

#include "verigrad/number/exact_solve.hpp"
#include "verigrad/number/product.hpp"
#include "verigrad/problem/describe.hpp"

namespace verigrad {
namespace {

Matrix<Rational> skew_symmetric(const Vector<double>& above, int P) {
  if (above.size() != P * (P - 1) / 2)
    throw std::invalid_argument(fmt::format("SpectralInstance: {} entries above the diagonal of S; use {} for P = {}",
                                            above.size(), P * (P - 1) / 2, P));
  Matrix<Rational> S = Matrix<Rational>::Constant(P, P, Rational(0));
  Eigen::Index next = 0;
  for (int row = 0; row < P; ++row)
    for (int column = row + 1; column < P; ++column) {
      S(row, column) = exact<Rational>(above[next++]);
      S(column, row) = -S(row, column);
    }
  return S;
}

Matrix<Number> enclosed(const Matrix<Rational>& a) {
  return a.unaryExpr([](const Rational& entry) { return enclose(entry); });
}

}  // namespace

std::string SpectralInstance::describe() const {
  const std::string basis = skew.size() == 0 ? "" : fmt::format(", S above its diagonal = {}", in_words(skew));
  return fmt::format("λ = {}{}, α = {}, β = {}, γ = {}", in_words(lambda), basis, alpha, beta, gamma);
}

Matrix<Rational> eigenvectors(const SpectralInstance& instance) {
  const int P = instance.P();
  const Matrix<Rational> S = skew_symmetric(instance.skew, P);
  Matrix<Rational> sum = S, difference = -S, V(P, P);
  for (int i = 0; i < P; ++i) {
    sum(i, i) += 1;
    difference(i, i) += 1;
  }
  for (int j = 0; j < P; ++j) V.col(j) = solve(sum, difference.col(j));
  return V;
}

Matrix<Rational> hessian(const SpectralInstance& instance) {
  const Matrix<Rational> V = eigenvectors(instance);
  Matrix<Rational> scaled = V;
  for (int j = 0; j < instance.P(); ++j) scaled.col(j) *= exact<Rational>(instance.lambda[j]);
  return product(scaled, Matrix<Rational>(V.transpose()));
}

SpectralRun::SpectralRun(const SpectralInstance& instance)
    : lambda(exact(instance.lambda)),
      V(enclosed(eigenvectors(instance))),
      H(enclosed(hessian(instance))),
      alpha(exact(instance.alpha)),
      beta(exact(instance.beta)),
      gamma(exact(instance.gamma)) {}

Matrix<Number> in_blocks(const Matrix<Number>& A, const Matrix<Number>& B, const Matrix<Number>& C,
                         const Matrix<Number>& D) {
  Matrix<Number> result(2 * A.rows(), 2 * A.rows());
  result << A, B, C, D;
  return result;
}

Matrix<Number> scalar_matrix(int P, const Number& c) {
  Matrix<Number> result = Matrix<Number>::Constant(P, P, 0);
  for (int i = 0; i < P; ++i) result(i, i) = c;
  return result;
}

}  // namespace verigrad
