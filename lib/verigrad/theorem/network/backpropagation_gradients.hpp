// The gradient of a network's objective by the recursion, and in three ways that know nothing of it: full Jacobians,
// dual numbers, differences.
#pragma once

#include "verigrad/autodiff/derivative.hpp"
#include "verigrad/network/backpropagation_inline.hpp"
#include "verigrad/network/jacobian.hpp"
#include "verigrad/theorem/network/backpropagation.hpp"

namespace verigrad::backpropagation {

template <class T>
Vector<T> recursion(const DenseNetwork& network, Loss loss, const Vector<T>& theta, const Batch<T>& batch) {
  Vector<T> gradient;
  Backpropagation<T>(network, loss).objective_and_gradient(theta, batch, gradient);
  return gradient;
}
template <class T>
Vector<T> recursion(const NetworkData<T>& r) {
  return recursion<T>(r.network, r.loss, r.theta, r.batch);
}

/// The layer's Jacobian in all parameters: (9) and (10) in its own columns.
template <class T>
Matrix<T> own_jacobian(const NetworkData<T>& r, const Vector<T>& y, int k) {
  const int m = r.network.width(k);
  Matrix<T> result = Matrix<T>::Constant(m, r.theta.size(), T(0));
  for (int row = 0; row < m; ++row) {
    const Matrix<T> in_row = jacobian::dense_weight(y, row, m);
    for (Eigen::Index j = 0; j < y.size(); ++j) result.col(r.network.weights_offset(k) + j * m + row) = in_row.col(j);
  }
  result.middleCols(r.network.bias_offset(k), m) = jacobian::dense_bias<T>(m);
  return result;
}

/// ∂o/∂θ at one sample, m_p × P, from the first layer on.
template <class T>
Matrix<T> output_jacobian(const NetworkData<T>& r, Eigen::Index sample) {
  Vector<T> y = r.batch.inputs.row(sample).transpose();
  Matrix<T> in_theta = Matrix<T>::Constant(y.size(), r.theta.size(), T(0));
  for (int k = 1; k <= r.network.depth(); ++k) {
    const Matrix<T> w = r.network.weights(r.theta, k);
    const Matrix<T> row = y.transpose();
    Matrix<T> z_row(1, w.rows());
    dense<T>(row, w, r.network.bias(r.theta, k), z_row);
    const Vector<T> z = z_row.transpose();
    const Activation kind = r.network.activation(k);
    const Matrix<T> inner = jacobian::dense_input(w).lazyProduct(in_theta) + own_jacobian(r, y, k);
    in_theta = jacobian::activation(kind, z).lazyProduct(inner);
    y = z.unaryExpr([kind](const T& entry) { return activate<T>(kind, entry); });
  }
  return in_theta;
}

/// ∇loss at one sample's outputs; for softmax with cross-entropy ∇ξ(𝒮) ∗ 𝒥_𝒮, unfused.
template <class T>
Vector<T> loss_row(const NetworkData<T>& r, const Vector<T>& o, Eigen::Index sample) {
  if (r.loss == Loss::squared_error) return o - Vector<T>(r.batch.targets.row(sample).transpose());
  const int label = r.batch.labels[std::size_t(sample)];
  if (r.loss == Loss::logistic) return Vector<T>::Constant(1, detail::logistic_slope<T>(o[0], label));
  Vector<int> y_star = Vector<int>::Zero(o.size());
  y_star[label] = 1;
  const Vector<T> s = softmax(o);
  return jacobian::softmax(s).transpose().lazyProduct(cross_entropy_derivative(s, y_star));
}

template <class T>
Vector<T> by_full_jacobians(const NetworkData<T>& r) {
  Vector<T> sum = Vector<T>::Constant(r.theta.size(), T(0));
  Backpropagation<T> pass(r.network, r.loss);
  const Matrix<T>& outputs = pass.outputs(r.theta, r.batch.inputs);
  for (Eigen::Index i = 0; i < outputs.rows(); ++i) {
    const Vector<T> o = outputs.row(i).transpose();
    sum += output_jacobian(r, i).transpose().lazyProduct(loss_row(r, o, i));
  }
  return sum;
}

template <class T>
Vector<T> by_dual_numbers(const NetworkData<T>& r) {
  const Batch<Dual<T>> batch{constant(r.batch.inputs), r.batch.labels, constant(r.batch.targets)};
  Backpropagation<Dual<T>> pass(r.network, r.loss);
  return forward_gradient([&](const Vector<Dual<T>>& theta) { return pass.objective(theta, batch); }, r.theta);
}

/// A bound on the objective's degree in one parameter: every square doubles it, and so does the squared error.
inline int degree(const DenseNetwork& network) {
  int result = 2;
  for (int k = 1; k <= network.depth(); ++k)
    if (network.activation(k) == Activation::square) result *= 2;
  return result;
}

template <class T>
Vector<T> by_differences(const NetworkData<T>& r) {
  const int order = degree(r.network);
  Backpropagation<T> pass(r.network, r.loss);
  Vector<T> result(r.theta.size()), theta = r.theta, difference(order + 1);
  for (Eigen::Index c = 0; c < theta.size(); ++c) {
    for (int k = 0; k <= order; ++k) {
      theta[c] = r.theta[c] + T(k) * r.step;
      difference[k] = pass.objective(theta, r.batch);
    }
    theta[c] = r.theta[c];
    T sum(0);
    for (int k = 1; k <= order; ++k) {
      for (int i = 0; i + k <= order; ++i) difference[i] = difference[i + 1] - difference[i];
      sum += T(k % 2 == 1 ? 1 : -1) * difference[0] / T(k);
    }
    result[c] = sum / r.step;
  }
  return result;
}

/// ∂³𝒪/∂θ_c³ for all θ_c in [at, at + width], by dual numbers of dual numbers of dual numbers.
template <class T>
T third_derivative(const NetworkData<T>& r, Eigen::Index c, const T& width) {
  using Third = Dual<Dual<Dual<T>>>;
  const auto constant = [](const T& entry) { return Third(Dual<Dual<T>>(Dual<T>(entry))); };
  const Batch<Third> batch{r.batch.inputs.unaryExpr(constant), r.batch.labels, r.batch.targets.unaryExpr(constant)};
  Vector<Third> theta = r.theta.unaryExpr(constant);
  const T range = hull(r.theta[c], T(r.theta[c] + width));
  theta[c] = Third::variable(Dual<Dual<T>>::variable(Dual<T>::variable(range, 0, 1), 0, 1), 0, 1);
  return Backpropagation<Third>(r.network, r.loss).objective(theta, batch).tangent().tangent().tangent();
}

}  // namespace verigrad::backpropagation
