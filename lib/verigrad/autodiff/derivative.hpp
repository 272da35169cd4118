// Gradients and Jacobians of functions that are templates over their number type, by forward and by reverse mode.
//
//   const auto f = []<class V>(const Vector<V>& x) { return exp(x[0]) * x[1] + V(2) * x[1]; };
//   const Vector<double> x{{0, 3}};
//   forward_gradient(f, x);  // (3, 3), one pass with two tangents: for few inputs
//   reverse_gradient(f, x);  // the same, one sweep back whatever the number of inputs
//
// Constants are V(2), data V(frac<T>(1, 3)); branches go through select, larger, relu … of autodiff/elementary.hpp,
// whose derivatives at kinks are stated there. examples/gradients uses dual numbers and the tape alone.
#pragma once

#include "verigrad/autodiff/dual.hpp"
#include "verigrad/autodiff/tape.hpp"

namespace verigrad {

/// x with the basis directions: the i-th of p variables has tangent eᵢ.
template <class T>
Vector<Dual<T>> dual_variables(const Vector<T>& x) {
  Vector<Dual<T>> result(x.size());
  for (Eigen::Index i = 0; i < x.size(); ++i) result[i] = Dual<T>::variable(x[i], i, x.size());
  return result;
}

/// ∇f(x), one pass over all p directions; f maps Vector<Dual<T>> to Dual<T>.
template <class T, class F>
Vector<T> forward_gradient(const F& f, const Vector<T>& x) {
  const Dual<T> y = f(dual_variables(x));
  return y.tangents(x.size());
}

/// ∇f(x), one sweep back; f maps Vector<Var<T>> to Var<T>.
template <class T, class F>
Vector<T> reverse_gradient(const F& f, const Vector<T>& x) {
  Tape<T> tape;
  const Vector<Var<T>> variables = tape.variables(x);
  const Var<T> y = f(variables);
  return tape.gradient(y, variables);
}

/// ∂f(x), m × n, one pass over all n directions; f maps Vector<Dual<T>> to Vector<Dual<T>>.
template <class T, class F>
Matrix<T> forward_jacobian(const F& f, const Vector<T>& x) {
  const Vector<Dual<T>> y = f(dual_variables(x));
  Matrix<T> jacobian(y.size(), x.size());
  for (Eigen::Index i = 0; i < y.size(); ++i) jacobian.row(i) = y[i].tangents(x.size()).transpose();
  return jacobian;
}

/// ∂f(x), m × n, one sweep back for each of the m outputs; f maps Vector<Var<T>> to Vector<Var<T>>.
template <class T, class F>
Matrix<T> reverse_jacobian(const F& f, const Vector<T>& x) {
  Tape<T> tape;
  const Vector<Var<T>> variables = tape.variables(x);
  const Vector<Var<T>> y = f(variables);
  Matrix<T> jacobian(y.size(), x.size());
  for (Eigen::Index i = 0; i < y.size(); ++i) jacobian.row(i) = tape.gradient(y[i], variables).transpose();
  return jacobian;
}

}  // namespace verigrad
