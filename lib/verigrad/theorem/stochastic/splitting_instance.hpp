// Least squares split into batches: what Stochastic gradient methods, 5.3, speaks of near a minimum, (5.30).
#pragma once

#include <string>
#include <vector>

#include "verigrad/claim/claims.hpp"
#include "verigrad/flow/batch_flow.hpp"
#include "verigrad/number/product.hpp"
#include "verigrad/number/sign.hpp"

namespace verigrad {

/// J(W) = Σᵢ αᵢ|Wxᵢ − yᵢ|², W ∈ ℝⁿˣᵐ, and epochs over batches of its terms. The state is Wᵗ (m × n), as in the text's
/// proof.
struct SplittingInstance {
  using Epoch = std::vector<std::vector<int>>;  ///< the terms i of its batches, batch after batch

  Matrix<double> x;           ///< one xᵢ a row
  Matrix<double> y;           ///< one yᵢ a row
  Vector<double> alpha;       ///< αᵢ
  Matrix<double> w0;          ///< W₀ᵗ
  std::vector<double> dt;     ///< Δt of each epoch
  std::vector<Epoch> epochs;  ///< as many as there are step sizes

  bool rational() const { return true; }
  std::string describe() const;
  /// Throws std::invalid_argument when sizes differ, something is empty, or a batch names no term.
  void require_valid() const;
};

/// Every epoch's batches are disjoint and hold all terms.
bool batches_are_partitions(const SplittingInstance& instance);
/// A lower bound of the smallest eigenvalue of A = 2 Σ αᵢ xᵢxᵢᵗ, relatively within 2⁻³⁶, exact for diagonal A. Throws
/// std::invalid_argument when an entry of A is no double.
double smallest_eigenvalue(const SplittingInstance& instance);

/// Σ αᵢ|Wxᵢ − yᵢ|² over these terms, and its gradient 2 Σ αᵢ xᵢ(Wxᵢ − yᵢ)ᵗ, transposed like W.
Number batch_value(const SplittingInstance& instance, const std::vector<int>& terms, const Matrix<Number>& w);
Matrix<Number> batch_gradient(const SplittingInstance& instance, const std::vector<int>& terms,
                              const Matrix<Number>& w);

/// ∇J(W)ᵗ = AWᵗ − b with A = 2 Σ αᵢ xᵢxᵢᵗ and b = 2 Σ αᵢ xᵢyᵢᵗ over some terms. The text's proof has no 2, and no αᵢ in
/// b.
template <class T>
struct LinearSystem {
  Matrix<T> a, b;
  Matrix<T> minimiser;  ///< one solution W of AW = b, exact or enclosed
  Matrix<T> another;    ///< one with the free part of W₀; the same if A is invertible
};

/// The systems of J and of each batch of each epoch.
struct SplittingRun {
  using Instance = SplittingInstance;
  explicit SplittingRun(const SplittingInstance& instance);

  SplittingInstance instance;
  LinearSystem<Number> all;
  std::vector<std::vector<LinearSystem<Number>>> batches;
  Matrix<Number> w0;
};

/// A and b over these terms, with a solution; unknowns that are free are 0.
LinearSystem<Rational> normal_system(const SplittingInstance& instance, const std::vector<int>& terms);

/// Z⁰ = w, Z¹(Δt), … of epoch k with exact flows.
std::vector<Matrix<Number>> flow_epoch(const SplittingRun& system, int k, const Matrix<Number>& w);

/// I and 0 of the shape of m.
inline Matrix<Number> zero_like(const Matrix<Number>& m) { return Matrix<Number>::Constant(m.rows(), m.cols(), 0); }
inline Matrix<Number> identity_like(const Matrix<Number>& m) {
  Matrix<Number> result = zero_like(m);
  for (Eigen::Index i = 0; i < m.rows(); ++i) result(i, i) = 1;
  return result;
}

/// √Σ Mᵢⱼ².
Number frobenius_norm(const Matrix<Number>& m);

}  // namespace verigrad
