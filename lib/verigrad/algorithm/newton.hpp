// Newton's method θ⁺ = θ − ∇²J(θ)⁻¹ ∇J(θ): thesis (1.24). The system is solved, never inverted.
#pragma once

#include "verigrad/number/linear_solve.hpp"
#include "verigrad/problem/objective.hpp"

namespace verigrad {

/// θ⁺ = θ − ∇²J(θ)⁻¹ ∇J(θ), of full length; the iterate is all its state.
struct Newton {
  /// ∇²J(θ), one Hessian product a column.
  template <class T>
  static Matrix<T> hessian(const ObjectiveOver<T>& f, const Vector<T>& theta) {
    const Eigen::Index d = theta.size();
    Matrix<T> h(d, d);
    for (Eigen::Index j = 0; j < d; ++j) {
      Vector<T> axis = Vector<T>::Constant(d, T(0));
      axis[j] = T(1);
      h.col(j) = f.hessian_product(theta, axis);
    }
    return h;
  }

  /// The iterate after θ. Throws std::domain_error when the Hessian at θ is known to be singular.
  template <class T>
  Vector<T> step(const ObjectiveOver<T>& f, const Vector<T>& theta) const {
    return theta - linear_solve<T>(hessian(f, theta), f.gradient(theta));
  }
};

}  // namespace verigrad
