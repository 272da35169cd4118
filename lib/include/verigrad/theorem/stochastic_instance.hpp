// Stochastic gradient descent on a finite sum with the exact laws of its iterates: every index sequence is enumerated
// in rationals, equal points are merged.
#pragma once

#include <optional>

#include "verigrad/algorithm/stochastic_gradient.hpp"

namespace verigrad {

/// A value of a random iterate with its probability.
struct Atom {
  Vector<Rational> x;
  Rational probability;
};
/// Distinct points whose probabilities add up to 1.
using Law = std::vector<Atom>;

struct StochasticInstance {
  FiniteSum f;
  Vector<double> x0;
  double mu;  ///< the strong convexity that is claimed of f
  int n;      ///< steps
  /// Step sizes in place of 1/(μ(k + 1)).
  std::optional<StepSizes> steps = {};
  /// The probability of each index, in place of 1/n each.
  std::vector<double> probabilities = {};
  /// A bound on the ‖∇fᵢ‖² to claim in place of the largest that the method meets.
  std::optional<double> claimed_C2 = {};

  bool rational() const { return f.rational(); }
  std::string describe() const;
};

/// The laws of x₀ … x_n. Throws std::invalid_argument when f is not rational, a size does not fit or n < 0.
std::vector<Law> laws(const StochasticInstance& instance);

/// max ‖∇fᵢ(x)‖² over all i and all points of the law.
Rational largest_squared_gradient(const FiniteSum& f, const Law& law);

}  // namespace verigrad
