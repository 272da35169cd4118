// Gradients through the solution of an equation, by the implicit function theorem: one linear system in place of a
// sweep back through the iterations. MFDS, (14.30), with the Jacobian corrected, and argmin layers.
#pragma once

#include "verigrad/number/linear_solve.hpp"
#include "verigrad/number/product.hpp"

namespace verigrad {

/// ∇θ of L(x*(θ), θ) for a fixed point x* = h(x*, θ): [∂θh]ᵀ (Id − ∂ₓh)⁻ᵀ ∇ₓL + ∇θL.
/// ∂ₓh is n × n, ∂θh n × p, ∇ₓL (n), ∇θL (p), all at x*. Throws std::domain_error when Id − ∂ₓh is known to be
/// singular.
template <class T>
Vector<T> fixed_point_gradient(const Matrix<T>& h_x, const Matrix<T>& h_theta, const Vector<T>& l_x,
                               const Vector<T>& l_theta) {
  const Matrix<T> system = (Matrix<T>::Identity(h_x.rows(), h_x.cols()) - h_x).transpose();
  const Vector<T> adjoint = linear_solve<T>(system, l_x);
  return product(h_theta.transpose(), adjoint) + l_theta;
}

/// ∇θ of L(x*(θ), θ) for x*(θ) = argminₓ E(x, θ): −[∂²E/∂x∂θ]ᵀ [∂²E/∂x²]⁻¹ ∇ₓL + ∇θL.
/// ∂²E/∂x² is n × n, ∂²E/∂x∂θ n × p. Throws std::domain_error when ∂²E/∂x² is known to be singular.
template <class T>
Vector<T> argmin_gradient(const Matrix<T>& e_xx, const Matrix<T>& e_xtheta, const Vector<T>& l_x,
                          const Vector<T>& l_theta) {
  return l_theta - product(e_xtheta.transpose(), linear_solve<T>(e_xx, l_x));
}

}  // namespace verigrad
