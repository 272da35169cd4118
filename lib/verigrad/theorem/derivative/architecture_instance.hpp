// Feed-forward architectures xₖ = fₖ(xₖ₋₁, θₖ₋₁), f(θ) = L(x_t), with every fₖ and L a computational graph.
#pragma once

#include <string>
#include <vector>

#include "verigrad/autodiff/graph.hpp"

namespace verigrad {

/// What a statement about such an architecture is asked on.
struct ArchitectureInstance {
  std::vector<Graph> layers;  ///< f₁, …, f_t: inputs (xₖ₋₁, θₖ₋₁), outputs xₖ
  Graph loss;                 ///< L: inputs x_t, one output, at least one node
  Vector<double> x0;
  std::vector<Vector<double>> theta;  ///< θ₀, …, θ_{t−1}

  int t() const { return int(layers.size()); }
  bool rational() const;
  std::string describe() const;
  /// f as one graph, from layer `first` on: inputs (x_first, θ_first, …, θ_{t−1}).
  Graph whole(int first = 0) const;
};

/// fₖ(x, θ) = x + τu(x, θ, kτ), k = 1, …, t: Euler's discretisation of ẋ = u(x, θ, t).
struct EulerInstance {
  Graph u;  ///< inputs (x, θ, time), outputs in x's dimension
  Graph loss;
  Vector<double> x0;
  std::vector<Vector<double>> theta;
  double tau;

  bool rational() const { return u.rational() && loss.rational(); }
  std::string describe() const;
  ArchitectureInstance architecture() const;
};

}  // namespace verigrad
