// A dense network at a point of its parameters, with a batch: what MathDNN, 5.2 speaks of.
#pragma once

#include <string>
#include <vector>

#include "verigrad/claim/claims.hpp"
#include "verigrad/network/backpropagation.hpp"

namespace verigrad {

/// A network, its parameters, a batch and a loss.
struct NetworkInstance {
  DenseNetwork network;
  Loss loss = Loss::squared_error;
  Vector<double> theta = {};
  Matrix<double> inputs = {};  ///< one sample a row
  std::vector<int> labels = {};
  Matrix<double> targets = {};
  double step = 1;  ///< for difference quotients

  bool rational() const { return network.rational() && loss == Loss::squared_error; }
  std::string describe() const;
};

/// One sample x, with targets 0.
NetworkInstance one_sample(const DenseNetwork& network, const Vector<double>& theta, const Vector<double>& x);
/// Weights and biases of ones between these numbers of units, with ReLU, at x = (1, …, 1), with targets 0.
NetworkInstance matrices_of_ones(const std::vector<int>& widths);

/// The quantities of an instance over Number.
struct NetworkRun {
  using Instance = NetworkInstance;
  explicit NetworkRun(const NetworkInstance& instance)
      : network(instance.network),
        loss(instance.loss),
        theta(exact(instance.theta)),
        batch{exact(instance.inputs), instance.labels, exact(instance.targets)},
        step(exact(instance.step)) {}

  DenseNetwork network;
  Loss loss;
  Vector<Number> theta;
  Batch<Number> batch;
  Number step;
};

}  // namespace verigrad
