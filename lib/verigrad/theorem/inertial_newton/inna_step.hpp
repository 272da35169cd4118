// One step of INNA with a fixed step size near a point with a Hessian: the mapping G of (3.21), its Jacobian (3.23),
// the block M_p (3.24) of each eigenvalue, and the condition (3.20). Thesis, Section 3.4.
#pragma once

#include <string>

#include "verigrad/claim/claims.hpp"
#include "verigrad/theorem/inertial_newton/spectral_instance.hpp"

namespace verigrad {

/// The parameters of (3.20), and an eigenvalue λ of the Hessian.
struct InnaStep {
  double alpha, beta, L, gamma, lambda;

  bool rational() const { return true; }
  std::string describe() const;
};

/// α, β, L and γ > 0 and |λ| ≤ L.
bool step_parameters(const InnaStep& step);
/// γ⁻(L) of (3.40) is real: (α + βL)² ≥ 4L.
bool root_is_real(const InnaStep& step);
/// γ < β/2 + α/(2L) − c√((α + βL)² − 4L)/(2L), which is γ⁻(L) for c = 1; false where the root is not real.
bool below_root(const InnaStep& step, const Rational& c = 1);
/// (3.20), and the parameters are positive.
bool step_is_admissible(const InnaStep& step);

/// M_p, whose columns are what (1, 0) and (0, 1) become in one step on λθ²/2.
struct InnaBlock {
  InnaBlock(const Number& alpha, const Number& beta, const Number& gamma, const Number& lambda);

  Number trace() const { return m11 + m22; }
  Number determinant() const { return m11 * m22 - m12 * m21; }

  Number m11 = 1, m12 = 0, m21 = 0, m22 = 1;
};

/// Jac_G, column by column: G is linear for a quadratic with its minimum at 0.
Matrix<Number> inna_jacobian(const SpectralInstance& instance, const SpectralRun& run);
/// The matrix on the right of (3.23).
Matrix<Number> printed_jacobian(const SpectralRun& run);
/// Uᵀ diag(V, V)ᵀ A diag(V, V) U, with the permutation U of (3.36).
Matrix<Number> block_form(const SpectralRun& run, const Matrix<Number>& A);
/// Claims that the matrix is that of (3.24): 0 off its 2 × 2 blocks, and M_p in them, up to the order of its rows and
/// columns.
void claim_blocks(const SpectralRun& run, const Matrix<Number>& blocks, Claims& claims);

}  // namespace verigrad
