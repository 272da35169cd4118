// The objective of a dense network on given samples, as a function of its parameters: MathDNN, (14). Every optimiser
// of the library takes it; its gradient is back-propagation.
#pragma once

#include "verigrad/network/dense_network.hpp"
#include "verigrad/network/loss.hpp"
#include "verigrad/problem/finite_sum.hpp"

namespace verigrad {

/// 𝒪(θ) = Σᵢ loss(oᵢ(θ), answerᵢ), θ as DenseNetwork lays it out. Without bounds on its curvature.
class NetworkObjective {
public:
  /// Throws std::invalid_argument when the samples do not fit the network or the loss.
  NetworkObjective(DenseNetwork network, Loss loss, Batch<double> samples);

  template <class T>
  static constexpr bool over = true;
  template <class T>
  T value(const Vector<T>& theta) const;
  template <class T>
  Vector<T> gradient(const Vector<T>& theta) const;

  bool rational() const { return network_.rational() && loss_ == Loss::squared_error; }
  Eigen::Index dimension() const { return network_.parameter_count(); }
  std::string describe() const;
  Curvature curvature() const;

private:
  DenseNetwork network_;
  Loss loss_;
  Batch<double> samples_;
};

/// The samples of these indices, in their order. Throws std::invalid_argument for an index that is of no sample.
template <class T>
Batch<T> rows_of(const Batch<T>& samples, const BatchIndices& indices);

/// 𝒪/N as the mean of one term a sample: what mini-batches are drawn from. Throws as NetworkObjective does.
FiniteSum one_term_a_sample(const DenseNetwork& network, Loss loss, const Batch<double>& samples);

}  // namespace verigrad
