// The LASSO: f(x) = ½‖Ax − y‖² + λ‖x‖₁. Mathematical Foundations of Data Sciences, 14.1.3.
#pragma once

#include "verigrad/number/eigen.hpp"
#include "verigrad/number/product.hpp"
#include "verigrad/number/select.hpp"

namespace verigrad {

/// ‖x‖₁.
template <class T>
T one_norm(const Vector<T>& x) {
  T sum(0);
  for (const T& entry : x) sum += magnitude<T>(entry);
  return sum;
}

/// f: ℝᵈ → [0, ∞[ for A (N × d) and y (N).
struct Lasso {
  Matrix<double> a;
  Vector<double> y;
  double lambda;  ///< ≥ 0

  template <class T>
  T value(const Vector<T>& x) const;
  /// Aᵀ(Ax − y), the gradient of ½‖Ax − y‖².
  template <class T>
  Vector<T> smooth_gradient(const Vector<T>& x) const;

  std::string describe() const;
};

/// A LASSO with x* among its minimisers, all numbers exact.
struct SolvedLasso {
  Lasso lasso;
  Vector<double> x_star;
};

/// From a minimiser x*, subgradients s and a table B with dual entries q (one a row of B): A is B with one more row
/// λs − Bᵀq, and y = Ax* + (q, 1), so that Aᵀ(y − Ax*) = λs. Throws std::invalid_argument unless |sᵢ| ≤ 1, sᵢ is the
/// sign of x*ᵢ where that is not 0, λ ≥ 0, and sizes match.
SolvedLasso lasso_with_minimiser(const Matrix<double>& b, const Vector<double>& q, const Vector<double>& x_star,
                                 const Vector<double>& s, double lambda);

/// The LASSO's optimality conditions, exactly: |Aᵀ(y − Ax)| ≤ λ, with equality and the sign of xᵢ where xᵢ ≠ 0.
bool minimises(const Lasso& lasso, const Vector<double>& x);

}  // namespace verigrad
