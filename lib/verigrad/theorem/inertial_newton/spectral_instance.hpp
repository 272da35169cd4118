// 𝒥(θ) = ½⟨θ, Hθ⟩ whose Hessian H = V diag(λ) Vᵀ has eigenvalues and eigenvectors in rationals, with parameters of DIN
// and INNA.
#pragma once

#include <string>

#include "verigrad/number/eigen.hpp"

namespace verigrad {

/// The eigenvalues λ, the eigenvectors by the Cayley transform of S, and the parameters of DIN and INNA.
struct SpectralInstance {
  Vector<double> lambda;
  Vector<double> skew;  ///< of a skew-symmetric S, the entries above the diagonal, row by row
  double alpha = 0;
  double beta = 1;
  double gamma = 1;  ///< INNA's step size

  int P() const { return int(lambda.size()); }
  bool rational() const { return true; }
  std::string describe() const;
};

/// Cayley's transform V = (I + S)⁻¹(I − S): orthogonal, and every orthogonal V without the eigenvalue −1 is one.
/// Throws std::invalid_argument unless S has P(P − 1)/2 entries above its diagonal.
Matrix<Rational> eigenvectors(const SpectralInstance& instance);
/// V diag(λ) Vᵀ.
Matrix<Rational> hessian(const SpectralInstance& instance);

/// The same over numbers of the kind made now.
struct SpectralRun {
  using Instance = SpectralInstance;
  explicit SpectralRun(const SpectralInstance& instance);

  int P() const { return int(lambda.size()); }

  Vector<Number> lambda;
  Matrix<Number> V, H;
  Number alpha, beta, gamma;
};

/// (A B; C D), of four square blocks of one size.
Matrix<Number> in_blocks(const Matrix<Number>& A, const Matrix<Number>& B, const Matrix<Number>& C,
                         const Matrix<Number>& D);
/// c I.
Matrix<Number> scalar_matrix(int P, const Number& c);

}  // namespace verigrad
