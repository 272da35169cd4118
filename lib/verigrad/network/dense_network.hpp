// A dense network of any depth and width: its shapes, and its parameters as one vector with views.
#pragma once

#include <string>
#include <vector>

#include "verigrad/network/activation.hpp"

namespace verigrad {

/// x ↦ φ_p(𝕃_p(… φ₁(𝕃₁(x)))), 𝕃ₖ(y) = y Wₖᵀ + bₖ, Wₖ (mₖ × mₖ₋₁). θ = (W₁, b₁, …, W_p, b_p), each W by columns.
/// Layers are numbered from 1. MathDNN, Definition 5.1 is `classifier`, followed by softmax, which the loss brings.
class DenseNetwork {
public:
  /// widths m₀ … m_p, all ≥ 1, and φ₁ … φ_p. p = 0 is the network that returns its input.
  /// Throws std::invalid_argument otherwise.
  DenseNetwork(std::vector<int> widths, std::vector<Activation> activations);
  /// `hidden` after every layer but the last, which has the identity.
  static DenseNetwork classifier(const std::vector<int>& widths, Activation hidden = Activation::relu);

  int depth() const { return int(activations_.size()); }
  const std::vector<int>& widths() const { return widths_; }
  int width(int layer) const { return widths_[std::size_t(layer)]; }
  int inputs() const { return widths_.front(); }
  int outputs() const { return widths_.back(); }
  Activation activation(int layer) const { return activations_[std::size_t(layer) - 1]; }
  /// Whether rationals hold the network's values.
  bool rational() const;
  /// "2–3–1, relu, identity".
  std::string describe() const;

  /// Σₖ mₖ(mₖ₋₁ + 1). MathDNN, corollary of Definition 5.1.
  Eigen::Index parameter_count() const { return offsets_.back(); }
  /// Where Wₖ begins in θ; bₖ follows it.
  Eigen::Index weights_offset(int layer) const { return offsets_[std::size_t(layer) - 1]; }
  Eigen::Index bias_offset(int layer) const {
    return weights_offset(layer) + Eigen::Index(width(layer)) * width(layer - 1);
  }
  /// W of the layer as a view of θ, of width(layer) rows and width(layer − 1) columns.
  template <class T>
  Eigen::Map<const Matrix<T>> weights(const Vector<T>& theta, int layer) const {
    return {theta.data() + weights_offset(layer), width(layer), width(layer - 1)};
  }
  /// The same, to be written through.
  template <class T>
  Eigen::Map<Matrix<T>> weights(Vector<T>& theta, int layer) const {
    return {theta.data() + weights_offset(layer), width(layer), width(layer - 1)};
  }
  /// b of the layer as a view of θ, of width(layer) entries.
  template <class T>
  Eigen::Map<const Vector<T>> bias(const Vector<T>& theta, int layer) const {
    return {theta.data() + bias_offset(layer), width(layer)};
  }
  /// The same, to be written through.
  template <class T>
  Eigen::Map<Vector<T>> bias(Vector<T>& theta, int layer) const {
    return {theta.data() + bias_offset(layer), width(layer)};
  }

  /// Throws std::invalid_argument unless θ has parameter_count() entries, and inputs one column a network input and at
  /// least one row.
  void require_shapes(Eigen::Index parameters, Eigen::Index batch, Eigen::Index columns) const;

private:
  std::vector<int> widths_;
  std::vector<Activation> activations_;
  std::vector<Eigen::Index> offsets_;
};

}  // namespace verigrad
