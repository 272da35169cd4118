// The gradient of a network's objective by the recursion, and in three ways that know nothing of it: full Jacobians,
// dual numbers, differences.
#pragma once

#include "verigrad/autodiff/derivative.hpp"
#include "verigrad/network/backpropagation_inline.hpp"
#include "verigrad/network/jacobian.hpp"
#include "verigrad/number/product.hpp"
#include "verigrad/theorem/network/backpropagation.hpp"

namespace verigrad::backpropagation {

/// By the library's back-propagation.
inline Vector<Number> recursion(const DenseNetwork& network, Loss loss, const Vector<Number>& theta,
                                const Batch<Number>& batch) {
  Vector<Number> gradient;
  Backpropagation<Number>(network, loss).objective_and_gradient(theta, batch, gradient);
  return gradient;
}
/// The same of an instance.
inline Vector<Number> recursion(const NetworkRun& r) { return recursion(r.network, r.loss, r.theta, r.batch); }

/// The layer's Jacobian in all parameters: (9) and (10) in its own columns.
inline Matrix<Number> own_jacobian(const NetworkRun& r, const Vector<Number>& y, int k) {
  const int m = r.network.width(k);
  Matrix<Number> result = Matrix<Number>::Zero(m, r.theta.size());
  for (int row = 0; row < m; ++row) {
    const Matrix<Number> in_row = jacobian::dense_weight(y, row, m);
    for (Eigen::Index j = 0; j < y.size(); ++j) result.col(r.network.weights_offset(k) + j * m + row) = in_row.col(j);
  }
  result.middleCols(r.network.bias_offset(k), m) = jacobian::dense_bias<Number>(m);
  return result;
}

/// ∂o/∂θ at one sample, m_p × P, from the first layer on.
inline Matrix<Number> output_jacobian(const NetworkRun& r, Eigen::Index sample) {
  Vector<Number> y = r.batch.inputs.row(sample).transpose();
  Matrix<Number> in_theta = Matrix<Number>::Zero(y.size(), r.theta.size());
  for (int k = 1; k <= r.network.depth(); ++k) {
    const Matrix<Number> w = r.network.weights(r.theta, k);
    const Matrix<Number> row = y.transpose();
    Matrix<Number> z_row(1, w.rows());
    dense<Number>(row, w, r.network.bias(r.theta, k), z_row);
    const Vector<Number> z = z_row.transpose();
    const Activation kind = r.network.activation(k);
    const Matrix<Number> inner = product(jacobian::dense_input(w), in_theta) + own_jacobian(r, y, k);
    in_theta = product(jacobian::activation(kind, z), inner);
    y = z.unaryExpr([kind](const Number& entry) { return activate<Number>(kind, entry); });
  }
  return in_theta;
}

/// ∇loss at one sample's outputs; for softmax with cross-entropy ∇ξ(𝒮) ∗ 𝒥_𝒮, unfused.
inline Vector<Number> loss_row(const NetworkRun& r, const Vector<Number>& o, Eigen::Index sample) {
  if (r.loss == Loss::squared_error) return o - Vector<Number>(r.batch.targets.row(sample).transpose());
  const int label = r.batch.labels[std::size_t(sample)];
  if (r.loss == Loss::logistic) return Vector<Number>::Constant(1, detail::logistic_slope<Number>(o[0], label));
  Vector<int> y_star = Vector<int>::Zero(o.size());
  y_star[label] = 1;
  const Vector<Number> s = softmax(o);
  return product(jacobian::softmax(s).transpose(), cross_entropy_derivative(s, y_star));
}

/// By the full Jacobians of the layers, multiplied out.
inline Vector<Number> by_full_jacobians(const NetworkRun& r) {
  Vector<Number> sum = Vector<Number>::Zero(r.theta.size());
  Backpropagation<Number> pass(r.network, r.loss);
  const Matrix<Number>& outputs = pass.outputs(r.theta, r.batch.inputs);
  for (Eigen::Index i = 0; i < outputs.rows(); ++i) {
    const Vector<Number> o = outputs.row(i).transpose();
    sum += product(output_jacobian(r, i).transpose(), loss_row(r, o, i));
  }
  return sum;
}

/// By dual numbers, in one pass for each parameter.
inline Vector<Number> by_dual_numbers(const NetworkRun& r) {
  const Batch<Dual<Number>> batch{constant(r.batch.inputs), r.batch.labels, constant(r.batch.targets)};
  Backpropagation<Dual<Number>> pass(r.network, r.loss);
  return forward_gradient([&](const Vector<Dual<Number>>& theta) { return pass.objective(theta, batch); }, r.theta);
}

/// A bound on the objective's degree in one parameter: every square doubles it, and so does the squared error.
inline int degree(const DenseNetwork& network) {
  int result = 2;
  for (int k = 1; k <= network.depth(); ++k)
    if (network.activation(k) == Activation::square) result *= 2;
  return result;
}

/// By difference quotients that are exact for polynomials.
inline Vector<Number> by_differences(const NetworkRun& r) {
  const int order = degree(r.network);
  Backpropagation<Number> pass(r.network, r.loss);
  Vector<Number> result(r.theta.size()), theta = r.theta, difference(order + 1);
  for (Eigen::Index c = 0; c < theta.size(); ++c) {
    for (int k = 0; k <= order; ++k) {
      theta[c] = r.theta[c] + k * r.step;
      difference[k] = pass.objective(theta, r.batch);
    }
    theta[c] = r.theta[c];
    Number sum(0);
    for (int k = 1; k <= order; ++k) {
      for (int i = 0; i + k <= order; ++i) difference[i] = difference[i + 1] - difference[i];
      sum += (k % 2 == 1 ? 1 : -1) * difference[0] / k;
    }
    result[c] = sum / r.step;
  }
  return result;
}

/// ∂³𝒪/∂θ_c³ for all θ_c in [at, at + width], by dual numbers of dual numbers of dual numbers.
inline Number third_derivative(const NetworkRun& r, Eigen::Index c, const Number& width) {
  using Third = Dual<Dual<Dual<Number>>>;
  const auto constant = [](const Number& entry) { return Third(Dual<Dual<Number>>(Dual<Number>(entry))); };
  const Batch<Third> batch{r.batch.inputs.unaryExpr(constant), r.batch.labels, r.batch.targets.unaryExpr(constant)};
  Vector<Third> theta = r.theta.unaryExpr(constant);
  const Number range = hull(r.theta[c], r.theta[c] + width);
  theta[c] = Third::variable(Dual<Dual<Number>>::variable(Dual<Number>::variable(range, 0, 1), 0, 1), 0, 1);
  return Backpropagation<Third>(r.network, r.loss).objective(theta, batch).tangent().tangent().tangent();
}

}  // namespace verigrad::backpropagation
