// The dense layer 𝕃(y, W, b) = y Wᵀ + b on a batch, one sample a row, and its gradients. MathDNN, Definition 4.1.
#pragma once

#include "verigrad/network/activation.hpp"
#include "verigrad/number/product.hpp"

namespace verigrad {

/// A vector that is read, without a copy.
template <class T>
using VectorIn = Eigen::Ref<const Vector<T>>;
/// A vector that is written to in its place.
template <class T>
using VectorOut = Eigen::Ref<Vector<T>>;

/// Z = Y Wᵀ + 1 b: Y (N × n), W (m × n), b (m), Z (N × m).
template <class T>
void dense(const MatrixIn<T>& y, const MatrixIn<T>& w, const VectorIn<T>& b, MatrixOut<T> z) {
  product(y, w.transpose(), z);
  for (Eigen::Index j = 0; j < z.cols(); ++j)
    for (Eigen::Index i = 0; i < z.rows(); ++i) z(i, j) += b[j];
}

/// The gradient of F ∘ φ from the one of F, entry by entry: ∇F(φ(Z)) ⊙ φ′(Z), in place. MathDNN, (11) for φ = ReLU.
template <class T>
void through_activation(Activation activation, const MatrixIn<T>& z, MatrixOut<T> upstream) {
  if (activation == Activation::identity) return;
  for (Eigen::Index j = 0; j < z.cols(); ++j)
    for (Eigen::Index i = 0; i < z.rows(); ++i) upstream(i, j) = upstream(i, j) * slope<T>(activation, z(i, j));
}

/// ∇_W = Δᵀ Y, summed over the batch, for upstream gradients Δ (N × m). MathDNN, (12) and its note.
template <class T>
void weight_gradient(const MatrixIn<T>& upstream, const MatrixIn<T>& y, MatrixOut<T> result) {
  product(upstream.transpose(), y, result);
}
/// ∇_b = Σᵢ Δᵢ. MathDNN, (10).
template <class T>
void bias_gradient(const MatrixIn<T>& upstream, VectorOut<T> result) {
  for (Eigen::Index j = 0; j < upstream.cols(); ++j) {
    T sum(0);
    for (Eigen::Index i = 0; i < upstream.rows(); ++i) sum += upstream(i, j);
    result[j] = sum;
  }
}
/// ∇_Y = Δ W. MathDNN, (8).
template <class T>
void input_gradient(const MatrixIn<T>& upstream, const MatrixIn<T>& w, MatrixOut<T> result) {
  product(upstream, w, result);
}

}  // namespace verigrad
