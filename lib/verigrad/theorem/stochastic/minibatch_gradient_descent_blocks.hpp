// The network's parameters as one matrix W⁽ᵏ⁾ and one vector b⁽ᵏ⁾ a layer, and the gradient of 𝒪 in each alone.
#pragma once

#include "verigrad/autodiff/derivative.hpp"
#include "verigrad/network/backpropagation_inline.hpp"
#include "verigrad/theorem/stochastic/minibatch_gradient_descent.hpp"

namespace verigrad::minibatch_gradient_descent {

/// W⁽ᵏ⁾ and b⁽ᵏ⁾ at k − 1.
template <class S>
struct Blocks {
  std::vector<Matrix<S>> W;
  std::vector<Vector<S>> b;
};

/// The blocks of θ.
inline Blocks<Number> blocks_of(const DenseNetwork& network, const Vector<Number>& theta) {
  Blocks<Number> result;
  for (int k = 1; k <= network.depth(); ++k) {
    result.W.push_back(network.weights(theta, k));
    result.b.push_back(network.bias(theta, k));
  }
  return result;
}

/// The same as constants: no entry is differentiated.
inline Blocks<Dual<Number>> constant(const Blocks<Number>& blocks) {
  Blocks<Dual<Number>> result;
  for (const Matrix<Number>& w : blocks.W) result.W.push_back(verigrad::constant(w));
  for (const Vector<Number>& b : blocks.b) result.b.push_back(verigrad::constant<Number>(b));
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
/// The layer's activation at each entry of z.
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

/// The start and its data over numbers.
struct TrainingRun {
  using Instance = TrainingInstance;
  explicit TrainingRun(const TrainingInstance& given)
      : instance(given),
        data(given.start),
        alpha(exact(given.alpha)),
        beta(exact(given.beta)),
        start(blocks_of(data.network, data.theta)) {}

  Batch<double> samples() const { return {instance.start.inputs, instance.start.labels, instance.start.targets}; }
  int depth() const { return data.network.depth(); }

  const TrainingInstance instance;
  NetworkRun data;
  Number alpha, beta;
  Blocks<Number> start;
};

/// The gradient of 𝒪 in W⁽ᵏ⁾, that in each row stacked vertically, and in b⁽ᵏ⁾: 𝒪 as a function of one block.
class PartialGradient {
public:
  PartialGradient(const TrainingRun& training, const Blocks<Number>& at, const Batch<Number>& batch)
      : training_(training),
        at_(constant(at)),
        batch_{verigrad::constant(batch.inputs), batch.labels, verigrad::constant(batch.targets)} {}

  /// ∂𝒪/∂W⁽ᵏ⁾, of the shape of W⁽ᵏ⁾.
  Matrix<Number> in_weights(int k) {
    Matrix<Dual<Number>>& w = at_.W[std::size_t(k) - 1];
    Matrix<Number> stack(w.rows(), w.cols());
    for (Eigen::Index row = 0; row < w.rows(); ++row)
      for (Eigen::Index j = 0; j < w.cols(); ++j) stack(row, j) = tangent(w(row, j));
    return stack;
  }
  /// ∂𝒪/∂b⁽ᵏ⁾.
  Vector<Number> in_bias(int k) {
    Vector<Dual<Number>>& b = at_.b[std::size_t(k) - 1];
    Vector<Number> result(b.size());
    for (Eigen::Index j = 0; j < b.size(); ++j) result[j] = tangent(b[j]);
    return result;
  }

private:
  Number tangent(Dual<Number>& entry) {
    const Number value = entry.value();
    entry = Dual<Number>::variable(value, 0, 1);
    const Number result = objective(training_.data.network, training_.data.loss, at_, batch_).tangent();
    entry = Dual<Number>(value);
    return result;
  }

  const TrainingRun& training_;
  Blocks<Dual<Number>> at_;
  Batch<Dual<Number>> batch_;
};

/// The gradient of 𝒪 in every block, one partial derivative after the other.
inline Blocks<Number> gradient(const TrainingRun& t, const Blocks<Number>& at, const Batch<Number>& batch) {
  PartialGradient partial(t, at, batch);
  Blocks<Number> result;
  for (int k = 1; k <= t.depth(); ++k) {
    result.W.push_back(partial.in_weights(k));
    result.b.push_back(partial.in_bias(k));
  }
  return result;
}

/// a·x + b·y, block by block.
inline Blocks<Number> combined(const Number& a, const Blocks<Number>& x, const Number& b, const Blocks<Number>& y) {
  Blocks<Number> result;
  for (std::size_t k = 0; k < x.W.size(); ++k) {
    result.W.push_back(a * x.W[k] + b * y.W[k]);
    result.b.push_back(a * x.b[k] + b * y.b[k]);
  }
  return result;
}

/// now − rate · against.
inline Blocks<Number> moved(const Blocks<Number>& now, const Number& rate, const Blocks<Number>& against) {
  return combined(1, now, -rate, against);
}

}  // namespace verigrad::minibatch_gradient_descent
