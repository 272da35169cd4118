// A finite sum, a start and step sizes: what statements about stochastic gradients speak of. Expectations over the
// indices drawn are exact: every sequence of indices is run.
#pragma once

#include <string>

#include "verigrad/problem/finite_sum.hpp"

namespace verigrad {

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

/// The states after one more step, each term drawn from each state: equally likely if `states` are.
template <class State, class Step>
std::vector<State> successors(const std::vector<State>& states, int n, Step step) {
  std::vector<State> next;
  next.reserve(states.size() * std::size_t(n));
  for (const State& state : states)
    for (int i = 0; i < n; ++i) {
      next.push_back(state);
      step(next.back(), i);
    }
  return next;
}

/// The mean of of(state) over equally likely states.
template <class T, class State, class Of>
T expectation(const std::vector<State>& states, Of of) {
  T sum(0);
  for (const State& state : states) sum += of(state);
  return sum / T(int(states.size()));
}

}  // namespace verigrad
