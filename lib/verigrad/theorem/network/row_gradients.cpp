#include "verigrad/theorem/network/row_gradients.hpp"

#include <stdexcept>

#include "verigrad/autodiff/derivative.hpp"
#include "verigrad/network/jacobian.hpp"
#include "verigrad/network/loss_inline.hpp"
#include "verigrad/number/types.hpp"
#include "verigrad/problem/point.hpp"

namespace verigrad::row_gradients {
namespace {

/// f⁰(x) … fᵖ(x).
template <class V>
std::vector<Vector<V>> levels(const DenseNetwork& network, const Vector<V>& theta, const Vector<V>& x) {
  std::vector<Vector<V>> result;
  Vector<V> y = x;
  for (int k = 1; k <= network.depth(); ++k) {
    const auto w = network.weights(theta, k);
    Vector<V> z = network.bias(theta, k);
    for (Eigen::Index i = 0; i < z.size(); ++i) z[i] += dot<V>(w.row(i).transpose(), y);
    result.push_back(z);
    const Activation kind = network.activation(k);
    y = z.unaryExpr([kind](const V& entry) { return activate<V>(kind, entry); });
  }
  return result;
}

Vector<Number> joined(const Vector<Number>& x, const Vector<Number>& theta) {
  Vector<Number> result(x.size() + theta.size());
  result << x, theta;
  return result;
}

/// φ ∘ f at (x, θ).
template <class V>
V cost(const Run& r, const Vector<V>& x_and_theta) {
  const Vector<V> x = x_and_theta.head(r.x.size());
  const Vector<V> theta = x_and_theta.tail(r.theta.size());
  Batch<V> answer;
  answer.labels = r.answer.labels;
  answer.targets = r.answer.targets.unaryExpr([](const Number& entry) { return V(entry); });
  const Matrix<V> output = levels<V>(r.network, theta, x).back().transpose();
  return loss_value<V>(r.loss, output, answer);
}

Gradients arranged(const Run& r, const Vector<Number>& in_x_and_theta) {
  const Vector<Number> in_theta = in_x_and_theta.tail(r.theta.size());
  Gradients result{in_x_and_theta.head(r.x.size()).transpose(), {}, {}};
  for (int k = 1; k <= r.network.depth(); ++k) {
    result.b.push_back(r.network.bias(in_theta, k).transpose());
    result.W.push_back(r.network.weights(in_theta, k).transpose());
  }
  return result;
}

/// The layer's Jacobian in x and all parameters, for y given and not moved.
Matrix<Number> own_jacobian(const Run& r, const Vector<Number>& y, int k) {
  const int m = r.network.width(k);
  const Eigen::Index before = r.x.size();
  Matrix<Number> result = Matrix<Number>::Zero(m, before + r.theta.size());
  for (int row = 0; row < m; ++row) {
    const Matrix<Number> in_row = jacobian::dense_weight(y, row, m);
    for (Eigen::Index j = 0; j < y.size(); ++j)
      result.col(before + r.network.weights_offset(k) + j * m + row) = in_row.col(j);
  }
  result.middleCols(before + r.network.bias_offset(k), m) = jacobian::dense_bias<Number>(m);
  return result;
}

/// ∇φ × W_p × ∇S_p × … × W_{r+1} × ∇S_{r+1}.
Matrix<Number> down_to(const Run& run, int r) {
  Matrix<Number> row = run.dphi;
  for (int k = run.p; k > r; --k) row = product(product(row, run.W[std::size_t(k)]), run.dS[std::size_t(k)]);
  return row;
}

}  // namespace

Run::Run(const NetworkInstance& instance, Eigen::Index sample)
    : network(instance.network),
      loss(instance.loss),
      theta(exact(instance.theta)),
      x(exact(Vector<double>(instance.inputs.row(sample).transpose()))),
      p(network.depth() - 1) {
  if (p < 0 || network.activation(p + 1) != Activation::identity)
    throw std::invalid_argument("network: the last layer has an activation or is missing; give it the identity");
  if (!instance.labels.empty()) answer.labels = {instance.labels[std::size_t(sample)]};
  if (instance.targets.size() > 0) answer.targets = exact(Matrix<double>(instance.targets.row(sample)));
  f = levels<Number>(network, theta, x);
  S.push_back(x);
  dS.emplace_back();
  for (int r = 0; r <= p; ++r) W.push_back(network.weights(theta, r + 1));
  for (int r = 1; r <= p; ++r) {
    const Activation kind = network.activation(r);
    const Vector<Number>& z = f[std::size_t(r) - 1];
    S.push_back(z.unaryExpr([kind](const Number& entry) { return activate<Number>(kind, entry); }));
    dS.push_back(jacobian::activation<Number>(kind, z));
  }
  loss_gradient<Number>(loss, f.back().transpose(), answer, dphi);
}

Matrix<Number> in_input(const Run& run) { return product(down_to(run, 0), run.W.front()); }
Matrix<Number> in_bias(const Run& run, int r) { return down_to(run, r); }
Matrix<Number> in_weights(const Run& run, int r) { return product(run.S[std::size_t(r)], in_bias(run, r)); }

Gradients by_dual_numbers(const Run& run) {
  const auto f = [&](const Vector<Dual<Number>>& at) { return cost<Dual<Number>>(run, at); };
  return arranged(run, forward_gradient(f, joined(run.x, run.theta)));
}

Gradients by_full_jacobians(const Run& run) {
  const Eigen::Index m = run.x.size();
  Matrix<Number> in_all = Matrix<Number>::Zero(m, m + run.theta.size());
  in_all.leftCols(m) = jacobian::dense_bias<Number>(m);
  for (int r = 0; r <= run.p; ++r) {
    if (r > 0) in_all = product(run.dS[std::size_t(r)], in_all);
    in_all =
        product(jacobian::dense_input(run.W[std::size_t(r)]), in_all) + own_jacobian(run, run.S[std::size_t(r)], r + 1);
  }
  return arranged(run, product(run.dphi, in_all).transpose());
}

std::vector<Matrix<Number>> input_jacobians(const Run& run) {
  const Vector<Dual<Number>> theta = run.theta.unaryExpr([](const Number& entry) { return Dual<Number>(entry); });
  std::vector<Matrix<Number>> result;
  for (const Vector<Dual<Number>>& level : levels<Dual<Number>>(run.network, theta, dual_variables<Number>(run.x))) {
    Matrix<Number> jacobian(level.size(), run.x.size());
    for (Eigen::Index i = 0; i < level.size(); ++i) jacobian.row(i) = level[i].tangents(run.x.size()).transpose();
    result.push_back(jacobian);
  }
  return result;
}

Number slope_along(const Run& run, int r, const Matrix<Number>& z) {
  Vector<Dual<Number>> at = joined(run.x, run.theta).unaryExpr([](const Number& entry) { return Dual<Number>(entry); });
  const Eigen::Index first = run.x.size() + run.network.weights_offset(r + 1);
  for (Eigen::Index i = 0; i < z.size(); ++i)
    at[first + i] = Dual<Number>(at[first + i].value(), Vector<Number>::Constant(1, z.data()[i]));
  return cost<Dual<Number>>(run, at).tangent();
}

Gradients by_central_differences(const Run& run, const Number& h) {
  Vector<Number> at = joined(run.x, run.theta);
  Vector<Number> result(at.size());
  for (Eigen::Index c = 0; c < at.size(); ++c) {
    const Number here = at[c];
    at[c] = here + h;
    const Number above = cost<Number>(run, at);
    at[c] = here - h;
    result[c] = (above - cost<Number>(run, at)) / (2 * h);
    at[c] = here;
  }
  return arranged(run, result);
}

NetworkInstance kinks_that_cancel() {
  return {.network = DenseNetwork::classifier({1, 1, 2, 1}),
          .theta = vector({1, 0, 1, -1, -1, 1, 1, -1, 0}),
          .inputs = Matrix<double>{{1}},
          .targets = Matrix<double>{{-1}}};
}

std::vector<NetworkInstance> separating() {
  return {one_sample(DenseNetwork::classifier({1, 1, 2}, Activation::square), vector({0, 1, 0, 1, 0, 0}), at(0)),
          one_sample(DenseNetwork::classifier({2, 2, 1}, Activation::square),
                     vector({0.125, 0, 0, 0, 0, 0, 0.125, 0, 0}), vector({1, 0})),
          {.network = DenseNetwork({1, 2, 1}, {Activation::relu, Activation::identity}),
           .theta = vector({0, 0, -1, 1, 0, 0, 0}),
           .inputs = Matrix<double>{{0}},
           .targets = Matrix<double>{{1}},
           .step = 0x1p-10},
          {.network = DenseNetwork({2, 2}, {Activation::identity}),
           .theta = Vector<double>::Zero(6),
           .inputs = Matrix<double>{{0, 0}, {1, 0}},
           .targets = Matrix<double>{{0, 0}, {0, 1}},
           .step = 0x1p-10}};
}

}  // namespace verigrad::row_gradients
