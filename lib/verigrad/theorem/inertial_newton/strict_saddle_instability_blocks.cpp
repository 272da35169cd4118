// The Jacobian of DIN in coordinates, and the permutation that brings it to 2 × 2 blocks: (3.5) to (3.7).
#include "verigrad/number/product.hpp"
#include "verigrad/number/root.hpp"
#include "verigrad/number/sign.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/inertial_newton/strict_saddle_instability.hpp"

namespace verigrad::strict_saddle_instability {
namespace {

struct Run : SpectralRun {
  using SpectralRun::SpectralRun;
  Matrix<Number> jacobian() const { return din_matrix(H, alpha, beta); }
  /// As printed with the Hessian D, its off-diagonal block and its lower one times these factors.
  Matrix<Number> printed(const Matrix<Number>& D, int upper_right = 1, int lower_left = 1) const {
    const Matrix<Number> first = scalar_matrix(P(), -(alpha - 1 / beta)), second = scalar_matrix(P(), -(1 / beta));
    return in_blocks(-(beta * D) + first, upper_right * second, lower_left * first, second);
  }
  /// diag(Wᵀ, Wᵀ) Jac diag(W, W).
  Matrix<Number> in_basis(const Matrix<Number>& W) const {
    const Matrix<Number> zero = scalar_matrix(P(), 0), both = in_blocks(W, zero, zero, W);
    return product(product(Matrix<Number>(both.transpose()), jacobian()), both);
  }
  DinBlock block(int p) const { return {alpha, beta, lambda[p]}; }
};

void is_jacobian(const Run& r, Claims& claims) { claim_equal("(3.5)", r.jacobian(), r.printed(r.H), claims); }
void is_sparse(const Run& r, Claims& claims) {
  Matrix<Number> D = scalar_matrix(r.P(), 0);
  for (int p = 0; p < r.P(); ++p) D(p, p) = r.lambda[p];
  claim_equal("(3.6)", r.in_basis(r.V), r.printed(D), claims);
}
/// The blocks of UᵀAU, each in one of the two orders of its coordinates, and 0 off them.
void claim_blocks(const Run& r, const Matrix<Number>& A, Claims& claims) {
  const Eigen::MatrixXi U = permutation_matrices::permutation(r.P());
  const auto place = [&](int row) {
    Eigen::Index column = 0;
    U.row(row).maxCoeff(&column);
    return column;
  };
  const Matrix<Number> ones = numbers(U);
  Matrix<Number> B = product(product(Matrix<Number>(ones.transpose()), A), ones);
  for (int p = 0; p < r.P(); ++p) {
    const Eigen::Index x = place(p), y = place(r.P() + p);
    const DinBlock M = r.block(p);
    claims.equal("(M_p)₁₁", B(x, x), M.theta_theta(), p + 1);
    claims.equal("(M_p)₁₂", B(x, y), M.theta_psi(), p + 1);
    claims.equal("(M_p)₂₁", B(y, x), M.psi_theta(), p + 1);
    claims.equal("(M_p)₂₂", B(y, y), M.psi_psi(), p + 1);
    B(x, x) = B(x, y) = B(y, x) = B(y, y) = 0;
  }
  claim_equal("off the blocks", B, scalar_matrix(2 * r.P(), 0), claims);
}

/// Eigenvalues 1 − P/2, 2 − P/2, …, in a basis that is not that of the coordinates.
SpectralInstance of_size(int P) {
  SpectralInstance result{Vector<double>(P), Vector<double>::Constant(P * (P - 1) / 2, 0.5), 0.75, 0.5};
  for (int p = 0; p < P; ++p) result.lambda[p] = p + 1 - P / 2.0;
  return result;
}

template <class Printed>
Form<SpectralInstance> planted_jacobian(const char* key, Printed printed) {
  return form<Run>(key, [printed](const Run& r, Claims& claims) {
    claim_equal("planted: (3.5)", r.jacobian(), printed(r), claims);
  });
}

}  // namespace

Form<permutation_matrices::Sizes> blocks_of_every_size() {
  return Form<permutation_matrices::Sizes>{"blocks of every size",
                                           [](const permutation_matrices::Sizes& sizes, Claims& claims) {
                                             for (int P = sizes.least; P <= sizes.most; ++P) {
                                               const Run r(of_size(P));
                                               claim_blocks(r, r.in_basis(r.V), claims);
                                             }
                                           }}
      .of_code();
}

Form<SpectralInstance> unstable() {
  return form<Run>("unstable", [](const Run& r, Claims& claims) {
    int least = 0;
    for (int p = 1; p < r.P(); ++p)
      if (certainly_less(r.lambda[p], r.lambda[least])) least = p;
    const DinBlock M = r.block(least);
    claims.less("α + βλ < √Δ: 0 < σ₊", M.damping(), root(M.discriminant()));
  });
}

Lines<SpectralInstance> lines() {
  return {
      .steps = {{"(3.5)", "Jac_G(θ*, ψ*) = (−β∇²𝒥(θ*) − (α − 1/β)I_P, −1/β I_P; −(α − 1/β)I_P, −1/β I_P)",
                 form<Run>(is_jacobian).of_code()},
                {"(3.6)", "diag(Vᵀ, Vᵀ) Jac_G(θ*, ψ*) diag(V, V) has VᵀHV for H, and 3 non-zero diagonals",
                 form<Run>(is_sparse).of_code()},
                {"(3.7)", "Uᵀ diag(Vᵀ, Vᵀ) Jac_G(θ*, ψ*) diag(V, V) U = diag(M₁, …, M_P), up to permutations",
                 form<Run>([](const Run& r, Claims& claims) { claim_blocks(r, r.in_basis(r.V), claims); }).of_code()}},
      .planted = {planted_jacobian("sign: +1/β above", [](const Run& r) { return r.printed(r.H, -1); }),
                  planted_jacobian("missing: α − 1/β below", [](const Run& r) { return r.printed(r.H, 1, 0); }),
                  planted_jacobian("missing β: −∇²𝒥",
                                   [](const Run& r) { return r.printed(Matrix<Number>(1 / r.beta * r.H)); }),
                  form<Run>("Vᵀ for V",
                            [](const Run& r, Claims& claims) {
                              claim_blocks(r, r.in_basis(Matrix<Number>(r.V.transpose())), claims);
                            }),
                  form<Run>("no basis: V = I",
                            [](const Run& r, Claims& claims) { claim_blocks(r, r.jacobian(), claims); })},
      .separating = {{.lambda = vector({-1, 2}), .skew = at(0.5), .alpha = 0.5, .beta = 0.5}}};
}

}  // namespace verigrad::strict_saddle_instability
