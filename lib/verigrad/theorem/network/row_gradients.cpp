#include "verigrad/theorem/network/row_gradients.hpp"

#include <stdexcept>

#include "verigrad/autodiff/derivative.hpp"
#include "verigrad/network/jacobian.hpp"
#include "verigrad/network/loss_inline.hpp"
#include "verigrad/number/types.hpp"

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

template <class T>
Vector<T> joined(const Vector<T>& x, const Vector<T>& theta) {
  Vector<T> result(x.size() + theta.size());
  result << x, theta;
  return result;
}

/// φ ∘ f at (x, θ).
template <class V, class T>
V cost(const Run<T>& r, const Vector<V>& x_and_theta) {
  const Vector<V> x = x_and_theta.head(r.x.size());
  const Vector<V> theta = x_and_theta.tail(r.theta.size());
  Batch<V> answer;
  answer.labels = r.answer.labels;
  answer.targets = r.answer.targets.unaryExpr([](const T& entry) { return V(entry); });
  const Matrix<V> output = levels<V>(r.network, theta, x).back().transpose();
  return loss_value<V>(r.loss, output, answer);
}

template <class T>
Gradients<T> arranged(const Run<T>& r, const Vector<T>& in_x_and_theta) {
  const Vector<T> in_theta = in_x_and_theta.tail(r.theta.size());
  Gradients<T> result{in_x_and_theta.head(r.x.size()).transpose(), {}, {}};
  for (int k = 1; k <= r.network.depth(); ++k) {
    result.b.push_back(r.network.bias(in_theta, k).transpose());
    result.W.push_back(r.network.weights(in_theta, k).transpose());
  }
  return result;
}

/// The layer's Jacobian in x and all parameters, for y given and not moved.
template <class T>
Matrix<T> own_jacobian(const Run<T>& r, const Vector<T>& y, int k) {
  const int m = r.network.width(k);
  const Eigen::Index before = r.x.size();
  Matrix<T> result = Matrix<T>::Constant(m, before + r.theta.size(), T(0));
  for (int row = 0; row < m; ++row) {
    const Matrix<T> in_row = jacobian::dense_weight(y, row, m);
    for (Eigen::Index j = 0; j < y.size(); ++j)
      result.col(before + r.network.weights_offset(k) + j * m + row) = in_row.col(j);
  }
  result.middleCols(before + r.network.bias_offset(k), m) = jacobian::dense_bias<T>(m);
  return result;
}

/// ∇φ × W_p × ∇S_p × … × W_{r+1} × ∇S_{r+1}.
template <class T>
Matrix<T> down_to(const Run<T>& run, int r) {
  Matrix<T> row = run.dphi;
  for (int k = run.p; k > r; --k) row = times<T>(times<T>(row, run.W[std::size_t(k)]), run.dS[std::size_t(k)]);
  return row;
}

}  // namespace

template <class T>
Run<T>::Run(const NetworkInstance& instance, Eigen::Index sample)
    : network(instance.network),
      loss(instance.loss),
      theta(exact<T>(instance.theta)),
      x(exact<T>(Vector<double>(instance.inputs.row(sample).transpose()))),
      p(network.depth() - 1) {
  if (p < 0 || network.activation(p + 1) != Activation::identity)
    throw std::invalid_argument("network: the last layer has an activation or is missing; give it the identity");
  if (!instance.labels.empty()) answer.labels = {instance.labels[std::size_t(sample)]};
  if (instance.targets.size() > 0) answer.targets = exact<T>(Matrix<double>(instance.targets.row(sample)));
  f = levels<T>(network, theta, x);
  S.push_back(x);
  dS.emplace_back();
  for (int r = 0; r <= p; ++r) W.push_back(network.weights(theta, r + 1));
  for (int r = 1; r <= p; ++r) {
    const Activation kind = network.activation(r);
    const Vector<T>& z = f[std::size_t(r) - 1];
    S.push_back(z.unaryExpr([kind](const T& entry) { return activate<T>(kind, entry); }));
    dS.push_back(jacobian::activation<T>(kind, z));
  }
  loss_gradient<T>(loss, f.back().transpose(), answer, dphi);
}

template <class T>
Matrix<T> in_input(const Run<T>& run) {
  return times<T>(down_to(run, 0), run.W.front());
}
template <class T>
Matrix<T> in_bias(const Run<T>& run, int r) {
  return down_to(run, r);
}
template <class T>
Matrix<T> in_weights(const Run<T>& run, int r) {
  return times<T>(run.S[std::size_t(r)], in_bias(run, r));
}

template <class T>
Gradients<T> by_dual_numbers(const Run<T>& run) {
  const auto f = [&](const Vector<Dual<T>>& at) { return cost<Dual<T>>(run, at); };
  return arranged<T>(run, forward_gradient(f, joined(run.x, run.theta)));
}

template <class T>
Gradients<T> by_full_jacobians(const Run<T>& run) {
  const Eigen::Index m = run.x.size();
  Matrix<T> in_all = Matrix<T>::Constant(m, m + run.theta.size(), T(0));
  in_all.leftCols(m) = jacobian::dense_bias<T>(m);
  for (int r = 0; r <= run.p; ++r) {
    if (r > 0) in_all = times<T>(run.dS[std::size_t(r)], in_all);
    in_all = times<T>(jacobian::dense_input(run.W[std::size_t(r)]), in_all) +
             own_jacobian(run, run.S[std::size_t(r)], r + 1);
  }
  return arranged<T>(run, times<T>(run.dphi, in_all).transpose());
}

template <class T>
std::vector<Matrix<T>> input_jacobians(const Run<T>& run) {
  const Vector<Dual<T>> theta = run.theta.unaryExpr([](const T& entry) { return Dual<T>(entry); });
  std::vector<Matrix<T>> result;
  for (const Vector<Dual<T>>& level : levels<Dual<T>>(run.network, theta, dual_variables<T>(run.x))) {
    Matrix<T> jacobian(level.size(), run.x.size());
    for (Eigen::Index i = 0; i < level.size(); ++i) jacobian.row(i) = level[i].tangents(run.x.size()).transpose();
    result.push_back(jacobian);
  }
  return result;
}

template <class T>
T slope_along(const Run<T>& run, int r, const Matrix<T>& z) {
  Vector<Dual<T>> at = joined(run.x, run.theta).unaryExpr([](const T& entry) { return Dual<T>(entry); });
  const Eigen::Index first = run.x.size() + run.network.weights_offset(r + 1);
  for (Eigen::Index i = 0; i < z.size(); ++i)
    at[first + i] = Dual<T>(at[first + i].value(), Vector<T>::Constant(1, z.data()[i]));
  return cost<Dual<T>>(run, at).tangent();
}

template <class T>
Gradients<T> by_central_differences(const Run<T>& run, const T& h) {
  Vector<T> at = joined(run.x, run.theta);
  Vector<T> result(at.size());
  for (Eigen::Index c = 0; c < at.size(); ++c) {
    const T here = at[c];
    at[c] = here + h;
    const T above = cost<T>(run, at);
    at[c] = here - h;
    result[c] = (above - cost<T>(run, at)) / (T(2) * h);
    at[c] = here;
  }
  return arranged<T>(run, result);
}

NetworkInstance kinks_that_cancel() {
  NetworkInstance result{DenseNetwork::classifier({1, 1, 2, 1}), Loss::squared_error, Vector<double>(9)};
  result.theta << 1, 0, 1, -1, -1, 1, 1, -1, 0;
  result.inputs = Matrix<double>::Ones(1, 1);
  result.targets = -Matrix<double>::Ones(1, 1);
  return result;
}

#define VERIGRAD_INSTANTIATE(T)                                   \
  template struct Run<T>;                                         \
  template Matrix<T> in_input(const Run<T>&);                     \
  template Matrix<T> in_bias(const Run<T>&, int);                 \
  template Matrix<T> in_weights(const Run<T>&, int);              \
  template Gradients<T> by_dual_numbers(const Run<T>&);           \
  template Gradients<T> by_full_jacobians(const Run<T>&);         \
  template std::vector<Matrix<T>> input_jacobians(const Run<T>&); \
  template T slope_along(const Run<T>&, int, const Matrix<T>&);   \
  template Gradients<T> by_central_differences(const Run<T>&, const T&);
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad::row_gradients
