// Back-propagation: the objective of a dense network over a batch and its gradient in all parameters, by recursion.
// MathDNN, Definition 5.2 and the note to its corollary.
#pragma once

#include "verigrad/network/dense_network.hpp"
#include "verigrad/network/loss.hpp"

namespace verigrad {

/// Keeps its matrices between calls: over double, calls with a batch of the same size allocate nothing. Not for use by
/// two threads at once. For a number type of your own include backpropagation_inline.hpp.
template <class T>
class Backpropagation {
public:
  Backpropagation(DenseNetwork network, Loss loss);

  const DenseNetwork& network() const { return network_; }
  /// The outputs (N × m_p) for inputs (N × m₀), before the loss, hence before softmax; valid until the next call.
  /// Throws std::invalid_argument on wrong shapes, and over double on entries that are not finite.
  const Matrix<T>& outputs(const Vector<T>& theta, const Matrix<T>& inputs);
  /// The sum of the loss over the batch. Throws as above, and for labels out of range.
  T objective(const Vector<T>& theta, const Batch<T>& batch);
  /// The same, and its gradient, of θ's size and layout.
  T objective_and_gradient(const Vector<T>& theta, const Batch<T>& batch, Vector<T>& gradient);

private:
  const Matrix<T>& activated(int layer, const Matrix<T>& inputs) const {
    return layer == 0 ? inputs : y_[std::size_t(layer) - 1];
  }

  DenseNetwork network_;
  Loss loss_;
  std::vector<Matrix<T>> z_, y_, delta_;  ///< of layer k at k − 1
};

}  // namespace verigrad
