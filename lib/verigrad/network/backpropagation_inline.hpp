// The bodies of backpropagation.hpp, for number types that the library does not instantiate.
#pragma once

#include "verigrad/network/backpropagation.hpp"
#include "verigrad/network/dense_layer.hpp"
#include "verigrad/network/loss_inline.hpp"
#include "verigrad/number/require_finite.hpp"

namespace verigrad {

namespace detail {

template <class T>
void require_numbers(const char*, const T*, Eigen::Index) {}
inline void require_numbers(const char* field, const double* entries, Eigen::Index size) {
  require_finite(field, entries, size);
}

}  // namespace detail

template <class T>
Backpropagation<T>::Backpropagation(DenseNetwork network, Loss loss)
    : network_(std::move(network)), loss_(loss), z_(std::size_t(network_.depth())), y_(z_.size()), delta_(z_.size()) {}

template <class T>
const Matrix<T>& Backpropagation<T>::outputs(const Vector<T>& theta, const Matrix<T>& inputs) {
  network_.require_shapes(theta.size(), inputs.rows(), inputs.cols());
  detail::require_numbers("theta", theta.data(), theta.size());
  detail::require_numbers("inputs", inputs.data(), inputs.size());
  for (int k = 1; k <= network_.depth(); ++k) {
    Matrix<T>& z = z_[std::size_t(k) - 1];
    Matrix<T>& y = y_[std::size_t(k) - 1];
    z.resize(inputs.rows(), network_.width(k));
    y.resize(inputs.rows(), network_.width(k));
    dense<T>(activated(k - 1, inputs), network_.weights(theta, k), network_.bias(theta, k), z);
    const Activation activation = network_.activation(k);
    for (Eigen::Index i = 0; i < z.size(); ++i) y.data()[i] = activate<T>(activation, z.data()[i]);
  }
  return activated(network_.depth(), inputs);
}

template <class T>
T Backpropagation<T>::objective(const Vector<T>& theta, const Batch<T>& batch) {
  require_answers(loss_, batch.inputs.rows(), network_.outputs(), batch.labels, batch.targets.rows(),
                  batch.targets.cols());
  return loss_value<T>(loss_, outputs(theta, batch.inputs), batch);
}

template <class T>
T Backpropagation<T>::objective_and_gradient(const Vector<T>& theta, const Batch<T>& batch, Vector<T>& gradient) {
  const T value = objective(theta, batch);
  const int p = network_.depth();
  gradient.resize(theta.size());
  if (p == 0) return value;
  loss_gradient<T>(loss_, activated(p, batch.inputs), batch, delta_[std::size_t(p) - 1]);
  for (int k = p; k >= 1; --k) {
    Matrix<T>& delta = delta_[std::size_t(k) - 1];
    through_activation<T>(network_.activation(k), z_[std::size_t(k) - 1], delta);
    weight_gradient<T>(delta, activated(k - 1, batch.inputs), network_.weights(gradient, k));
    bias_gradient<T>(delta, network_.bias(gradient, k));
    if (k == 1) break;
    Matrix<T>& below = delta_[std::size_t(k) - 2];
    below.resize(delta.rows(), network_.width(k - 1));
    input_gradient<T>(delta, network_.weights(theta, k), below);
  }
  return value;
}

}  // namespace verigrad
