// Proven bounds of the eigenvalues of symmetric matrices: what L and μ of every model with data rest on.
#pragma once

#include "verigrad/number/eigen.hpp"

namespace verigrad {

/// Eigenvalues of a symmetric matrix in ascending order, near the true ones; never bounds.
Vector<double> approximate_eigenvalues(const Matrix<double>& h);

/// lower ≤ λ_min and λ_max ≤ upper.
struct SpectrumBounds {
  double lower;
  double upper;
};

/// True only if the smallest eigenvalue of the symmetric matrix exceeds `shift`: Arb's Cholesky factorisation of
/// H − shift·I succeeds at the current precision. Only the lower triangle is read.
bool smallest_eigenvalue_exceeds(const Matrix<Ball>& h, const Ball& shift);

/// Bounds of the eigenvalues of a symmetric H: exact for diagonal H, else within 2⁻³⁶ of each, relatively, down to
/// eigenvalues of 2⁻⁸⁰ max|Hᵢⱼ|. A lower bound 0 is returned exactly where H is semidefinite and singular.
/// Throws std::invalid_argument when H is empty, not symmetric or not finite.
SpectrumBounds spectrum_bounds(const Matrix<double>& h);

/// Bounds as above for AᵀA/N, N the number of rows of A; lower ≥ 0. Throws std::invalid_argument when A is empty or not
/// finite, and when an upper bound is no double.
SpectrumBounds gram_spectrum_bounds(const Matrix<double>& a);

}  // namespace verigrad
