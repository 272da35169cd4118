// A finite sum, a start and step sizes: what statements about stochastic gradients speak of.
#pragma once

#include <string>

#include "verigrad/problem/finite_sum.hpp"

namespace verigrad {

/// What a statement about stochastic gradients is asked on.
struct FiniteSumInstance {
  FiniteSum f;
  Vector<double> x0;
  std::vector<double> tau;  ///< τ₀ … τ_{K−1}

  int steps() const { return int(tau.size()); }
  bool rational() const { return f.rational(); }
  std::string describe() const;
  /// The largest Lipschitz constant of the ∇fᵢ.
  double largest_L() const;
  /// All terms convex and smooth, and f with a minimum.
  bool convex() const;
};

}  // namespace verigrad
