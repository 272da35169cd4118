// Ridge regression in closed form. Mathematical Foundations of Data Sciences prints the formulas of half the penalty,
// (14.4) and (14.5), for the objective with the whole penalty: both exist here, under names that say which is
// minimised.
#pragma once

#include "verigrad/number/eigen.hpp"

namespace verigrad {

/// argmin ½‖Ax − y‖² + ½λ‖x‖², λ ≥ 0, for A (n × p): (14.4) by a p × p system, (14.5) by an n × n one.
/// Both throw std::domain_error when the system is known to be singular.
struct RidgeWithHalfPenalty {
  double lambda;

  /// (AᵀA + λI)⁻¹Aᵀy, of p entries.
  template <class T>
  Vector<T> by_columns(const Matrix<double>& a, const Vector<double>& y) const;
  /// Aᵀ(AAᵀ + λI)⁻¹y, the same vector.
  template <class T>
  Vector<T> by_rows(const Matrix<double>& a, const Vector<double>& y) const;
};

/// argmin ½‖Ax − y‖² + λ‖x‖², as above.
struct RidgeWithWholePenalty {
  double lambda;

  /// With 2λ for λ.
  template <class T>
  Vector<T> by_columns(const Matrix<double>& a, const Vector<double>& y) const {
    return RidgeWithHalfPenalty{2 * lambda}.by_columns<T>(a, y);
  }
  /// With 2λ for λ.
  template <class T>
  Vector<T> by_rows(const Matrix<double>& a, const Vector<double>& y) const {
    return RidgeWithHalfPenalty{2 * lambda}.by_rows<T>(a, y);
  }
};

/// AᵀA.
template <class T>
Matrix<T> gram_matrix(const Matrix<double>& a);

}  // namespace verigrad
