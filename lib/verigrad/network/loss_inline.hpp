// The bodies of loss.hpp, for number types that the library does not instantiate.
#pragma once

#include "verigrad/network/loss.hpp"
#include "verigrad/network/softmax.hpp"
#include "verigrad/number/sigmoid.hpp"

namespace verigrad {
namespace detail {

/// log(1 + exp(∓o)), − for label 1, + for 0. Throws std::invalid_argument over Rational.
template <class T>
T logistic_value(const T& output, int label) {
  require_exp<T>("logistic loss");
  if constexpr (has_exp<T>)
    return softplus(label == 1 ? T(-output) : output);
  else
    return T(0);
}
/// σ(o) − label, as ∓σ(∓o). Throws std::invalid_argument over Rational.
template <class T>
T logistic_slope(const T& output, int label) {
  require_exp<T>("logistic loss");
  if constexpr (has_exp<T>)
    return label == 1 ? T(-sigmoid(T(-output))) : sigmoid(output);
  else
    return T(0);
}

}  // namespace detail

template <class T>
T loss_value(Loss loss, const Matrix<T>& outputs, const Batch<T>& batch) {
  T sum(0);
  for (Eigen::Index i = 0; i < outputs.rows(); ++i) {
    const auto row = outputs.row(i);
    if (loss == Loss::softmax_cross_entropy) sum += softmax_cross_entropy(row, batch.labels[std::size_t(i)]);
    if (loss == Loss::logistic) sum += detail::logistic_value<T>(row[0], batch.labels[std::size_t(i)]);
    if (loss == Loss::squared_error)
      for (Eigen::Index j = 0; j < row.size(); ++j) sum += square(T(row[j] - batch.targets(i, j))) / T(2);
  }
  return sum;
}

template <class T>
void loss_gradient(Loss loss, const Matrix<T>& outputs, const Batch<T>& batch, Matrix<T>& result) {
  result.resize(outputs.rows(), outputs.cols());
  for (Eigen::Index i = 0; i < outputs.rows(); ++i) {
    const auto row = outputs.row(i);
    if (loss == Loss::softmax_cross_entropy)
      softmax_cross_entropy_gradient_into(row, batch.labels[std::size_t(i)], result.row(i));
    if (loss == Loss::logistic) result(i, 0) = detail::logistic_slope<T>(row[0], batch.labels[std::size_t(i)]);
    if (loss == Loss::squared_error)
      for (Eigen::Index j = 0; j < row.size(); ++j) result(i, j) = row[j] - batch.targets(i, j);
  }
}

}  // namespace verigrad
