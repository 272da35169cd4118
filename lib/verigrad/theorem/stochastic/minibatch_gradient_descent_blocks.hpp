// The network's parameters as one matrix W⁽ᵏ⁾ and one vector b⁽ᵏ⁾ a layer, and the gradient of 𝒪 in each alone.
#pragma once

#include "verigrad/autodiff/derivative.hpp"
#include "verigrad/network/backpropagation_inline.hpp"
#include "verigrad/theorem/stochastic/minibatch_gradient_descent.hpp"

namespace verigrad::minibatch_gradient_descent {

/// W⁽ᵏ⁾ and b⁽ᵏ⁾ at k − 1.
template <class T>
struct Blocks {
  std::vector<Matrix<T>> W;
  std::vector<Vector<T>> b;
};

template <class T>
Blocks<T> blocks_of(const DenseNetwork& network, const Vector<T>& theta) {
  Blocks<T> result;
  for (int k = 1; k <= network.depth(); ++k) {
    result.W.push_back(network.weights(theta, k));
    result.b.push_back(network.bias(theta, k));
  }
  return result;
}

template <class T>
Blocks<Dual<T>> constant(const Blocks<T>& blocks) {
  Blocks<Dual<T>> result;
  for (const Matrix<T>& w : blocks.W) result.W.push_back(verigrad::constant(w));
  for (const Vector<T>& b : blocks.b) result.b.push_back(verigrad::constant<T>(b));
  return result;
}

/// 𝕃⁽ᵏ⁾(y, W⁽ᵏ⁾, b⁽ᵏ⁾).
template <class S>
Matrix<S> affine(const Blocks<S>& blocks, int k, const Matrix<S>& y) {
  const Matrix<S>& w = blocks.W[std::size_t(k) - 1];
  Matrix<S> z(y.rows(), w.rows());
  dense<S>(y, w, blocks.b[std::size_t(k) - 1], z);
  return z;
}
template <class S>
Matrix<S> activated(const DenseNetwork& network, int k, const Matrix<S>& z) {
  return z.unaryExpr([&](const S& entry) { return activate<S>(network.activation(k), entry); });
}

/// Definitions 5.1 and 5.2: 𝒪(X, Y*, (W⁽ᵏ⁾), (b⁽ᵏ⁾)).
template <class S>
S objective(const DenseNetwork& network, Loss loss, const Blocks<S>& blocks, const Batch<S>& batch) {
  Matrix<S> y = batch.inputs;
  for (int k = 1; k <= network.depth(); ++k) y = activated(network, k, affine(blocks, k, y));
  return loss_value<S>(loss, y, batch);
}

template <class T>
struct Training {
  using Instance = TrainingInstance;
  explicit Training(const TrainingInstance& given)
      : instance(given),
        data(given.start),
        alpha(exact<T>(given.alpha)),
        beta(exact<T>(given.beta)),
        start(blocks_of(data.network, data.theta)) {}

  Batch<double> samples() const { return {instance.start.inputs, instance.start.labels, instance.start.targets}; }
  int depth() const { return data.network.depth(); }

  const TrainingInstance instance;
  NetworkData<T> data;
  T alpha, beta;
  Blocks<T> start;
};

/// The gradient of 𝒪 in W⁽ᵏ⁾, that in each row stacked vertically, and in b⁽ᵏ⁾: 𝒪 as a function of one block.
template <class T>
class PartialGradient {
public:
  PartialGradient(const Training<T>& training, const Blocks<T>& at, const Batch<T>& batch)
      : training_(training),
        at_(constant(at)),
        batch_{verigrad::constant(batch.inputs), batch.labels, verigrad::constant(batch.targets)} {}

  Matrix<T> in_weights(int k) {
    Matrix<Dual<T>>& w = at_.W[std::size_t(k) - 1];
    Matrix<T> stack(w.rows(), w.cols());
    for (Eigen::Index row = 0; row < w.rows(); ++row)
      for (Eigen::Index j = 0; j < w.cols(); ++j) stack(row, j) = tangent(w(row, j));
    return stack;
  }
  Vector<T> in_bias(int k) {
    Vector<Dual<T>>& b = at_.b[std::size_t(k) - 1];
    Vector<T> result(b.size());
    for (Eigen::Index j = 0; j < b.size(); ++j) result[j] = tangent(b[j]);
    return result;
  }

private:
  T tangent(Dual<T>& entry) {
    const T value = entry.value();
    entry = Dual<T>::variable(value, 0, 1);
    const T result = objective(training_.data.network, training_.data.loss, at_, batch_).tangent();
    entry = Dual<T>(value);
    return result;
  }

  const Training<T>& training_;
  Blocks<Dual<T>> at_;
  Batch<Dual<T>> batch_;
};

template <class T>
Blocks<T> gradient(const Training<T>& t, const Blocks<T>& at, const Batch<T>& batch) {
  PartialGradient<T> partial(t, at, batch);
  Blocks<T> result;
  for (int k = 1; k <= t.depth(); ++k) {
    result.W.push_back(partial.in_weights(k));
    result.b.push_back(partial.in_bias(k));
  }
  return result;
}

/// a·x + b·y, block by block.
template <class T>
Blocks<T> combined(const T& a, const Blocks<T>& x, const T& b, const Blocks<T>& y) {
  Blocks<T> result;
  for (std::size_t k = 0; k < x.W.size(); ++k) {
    result.W.push_back(a * x.W[k] + b * y.W[k]);
    result.b.push_back(a * x.b[k] + b * y.b[k]);
  }
  return result;
}

template <class T>
Blocks<T> moved(const Blocks<T>& now, const T& rate, const Blocks<T>& against) {
  return combined(T(1), now, T(-rate), against);
}

}  // namespace verigrad::minibatch_gradient_descent
