#include "verigrad/theorem/inertial_newton/inna_step.hpp"

#include <fmt/format.h>

#include "verigrad/algorithm/inna.hpp"
#include "verigrad/number/product.hpp"
#include "verigrad/theorem/inertial_newton/permutation_matrices.hpp"
#include "verigrad/theorem/inertial_newton/smaller_root.hpp"

namespace verigrad {

std::string InnaStep::describe() const {
  return fmt::format("α = {}, β = {}, L = {}, γ = {}, λ = {}", alpha, beta, L, gamma, lambda);
}

bool step_parameters(const InnaStep& step) {
  return step.alpha > 0 && step.beta > 0 && step.L > 0 && step.gamma > 0 && std::abs(step.lambda) <= step.L;
}

namespace {

Rational discriminant_at_L(const InnaStep& step) {
  return smaller_root::discriminant(Rational(step.alpha), Rational(step.beta), Rational(step.L));
}

}  // namespace

bool root_is_real(const InnaStep& step) { return discriminant_at_L(step) >= 0; }

bool below_root(const InnaStep& step, const Rational& c) {
  const Rational rest = Rational(step.alpha) + Rational(step.beta) * step.L - 2 * Rational(step.L) * step.gamma;
  const Rational bound = c * c * discriminant_at_L(step);
  if (!root_is_real(step)) return false;
  return c < 0 ? rest > 0 || rest * rest < bound : rest > 0 && rest * rest > bound;
}

bool step_is_admissible(const InnaStep& step) {
  return step_parameters(step) && step.gamma < step.beta && below_root(step);
}

InnaBlock::InnaBlock(const Number& alpha, const Number& beta, const Number& gamma, const Number& lambda) {
  const InnaEntry<Number> step{1 / beta - alpha, 1 / beta, beta, gamma};
  step(lambda, m11, m21);
  step(0, m12, m22);
}

Matrix<Number> inna_jacobian(const SpectralInstance& instance, const SpectralRun& run) {
  const Inna method{instance.alpha, instance.beta};
  const int P = run.P();
  Matrix<Number> result(2 * P, 2 * P);
  for (int j = 0; j < 2 * P; ++j) {
    Vector<Number> theta = Vector<Number>::Constant(P, 0), psi = theta;
    (j < P ? theta : psi)[j % P] = 1;
    const Inna::State<Number> next = method.step<Number>({theta, psi}, product(run.H, theta), run.gamma);
    result.col(j) << next.theta, next.psi;
  }
  return result;
}

Matrix<Number> printed_jacobian(const SpectralRun& run) {
  const int P = run.P();
  const Number pull = run.gamma * (run.alpha - 1 / run.beta), share = run.gamma / run.beta;
  return in_blocks(scalar_matrix(P, 1 - pull) - (run.gamma * run.beta) * run.H, scalar_matrix(P, -share),
                   scalar_matrix(P, -pull), scalar_matrix(P, 1 - share));
}

Matrix<Number> block_form(const SpectralRun& run, const Matrix<Number>& A) {
  const int P = run.P();
  const Matrix<Number> U = permutation_matrices::permutation(P).unaryExpr([](int entry) { return Number(entry); });
  const Matrix<Number> Q = product(in_blocks(run.V, scalar_matrix(P, 0), scalar_matrix(P, 0), run.V), U);
  return product(Matrix<Number>(Q.transpose()), product(A, Q));
}

void claim_blocks(const SpectralRun& run, const Matrix<Number>& blocks, Claims& claims) {
  const int P = run.P();
  for (int i = 0; i < 2 * P; ++i)
    for (int j = 0; j < 2 * P; ++j)
      if (i / 2 != j / 2) claims.equal("off the blocks = 0", blocks(i, j), 0, 2 * P * i + j);
  const Eigen::MatrixXi U = permutation_matrices::permutation(P);
  for (int p = 0; p < P; ++p) {
    Eigen::Index first = 0, second = 0;
    U.row(p).maxCoeff(&first);
    U.row(P + p).maxCoeff(&second);
    const Number pull = run.gamma * (run.alpha - 1 / run.beta), share = run.gamma / run.beta;
    claims.equal("(M_p)₁₁", blocks(first, first), 1 - pull - run.gamma * run.beta * run.lambda[p], p + 1);
    claims.equal("(M_p)₁₂", blocks(first, second), -share, p + 1);
    claims.equal("(M_p)₂₁", blocks(second, first), -pull, p + 1);
    claims.equal("(M_p)₂₂", blocks(second, second), 1 - share, p + 1);
  }
}

}  // namespace verigrad
