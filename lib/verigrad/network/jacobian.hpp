// Full Jacobians of layers and activations at one sample, m rows for m outputs. MathDNN, Definition 1.2.
#pragma once

#include "verigrad/network/activation.hpp"
#include "verigrad/network/softmax.hpp"

namespace verigrad::jacobian {

/// diag φ′(z); for ReLU MathDNN, (5), with 0 at 0.
template <class T>
Matrix<T> activation(Activation kind, const Vector<T>& z) {
  Matrix<T> result = Matrix<T>::Constant(z.size(), z.size(), T(0));
  for (Eigen::Index i = 0; i < z.size(); ++i) result(i, i) = slope<T>(kind, z[i]);
  return result;
}

/// 𝒮ᵢ(δᵢⱼ − 𝒮ⱼ) at s = 𝒮(z). MathDNN, (6).
template <class T>
Matrix<T> softmax(const Vector<T>& s) {
  Matrix<T> result(s.size(), s.size());
  for (Eigen::Index i = 0; i < s.size(); ++i)
    for (Eigen::Index j = 0; j < s.size(); ++j) result(i, j) = i == j ? T(s[i] * (T(1) - s[i])) : T(-s[i] * s[j]);
  return result;
}

/// The dense layer's Jacobian in its input: W. MathDNN, (8).
template <class T>
Matrix<T> dense_input(const Matrix<T>& w) {
  return w;
}
/// In the weight row `row` of m: y in that row, 0 elsewhere. MathDNN, (9).
template <class T>
Matrix<T> dense_weight(const Vector<T>& y, Eigen::Index row, Eigen::Index m) {
  Matrix<T> result = Matrix<T>::Constant(m, y.size(), T(0));
  for (Eigen::Index j = 0; j < y.size(); ++j) result(row, j) = y[j];
  return result;
}
/// In its bias: the identity. MathDNN, (10).
template <class T>
Matrix<T> dense_bias(Eigen::Index m) {
  Matrix<T> result = Matrix<T>::Constant(m, m, T(0));
  for (Eigen::Index i = 0; i < m; ++i) result(i, i) = T(1);
  return result;
}

}  // namespace verigrad::jacobian
