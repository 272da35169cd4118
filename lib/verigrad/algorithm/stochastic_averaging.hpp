// Stochastic gradient descent with averaging: SGD on x̃, and the average of x̃₁ … x̃ₖ as the result.
// Mathematical Foundations of Data Sciences, 14.2.4.
#pragma once

#include <cmath>

#include "verigrad/algorithm/term_gradient.hpp"

namespace verigrad {

/// τₖ = τ₀ / (1 + √(k/k₀)), rounded to a double: that double is the step size, over every number type.
struct SquareRootStep {
  double tau0;  ///< > 0
  double k0;    ///< > 0

  double at(int k) const { return tau0 / (1 + std::sqrt(k / k0)); }
};

/// x̃ₖ₊₁ = x̃ₖ − τₖ ∇fᵢ(x̃ₖ) and xₖ₊₁ = xₖ + (x̃ₖ₊₁ − xₖ)/(k + 1), so that xₖ = (x̃₁ + … + x̃ₖ)/k.
struct StochasticAveraging {
  /// The iterate x̃ₖ of SGD and the average that is the result.
  template <class T>
  struct State {
    Vector<T> auxiliary;  ///< x̃ₖ
    Vector<T> average;    ///< xₖ; x̃₀ while k = 0, when there is nothing to average
    Vector<T> scratch;
    int k = 0;  ///< steps taken
  };

  template <class T>
  static State<T> start(const Vector<T>& x0) {
    return {x0, x0, x0};
  }

  /// One step of size tau along the term fᵢ, in place.
  template <class T, class Terms>
  static void step(const Terms& terms, State<T>& state, int i, double tau) {
    term_gradient<T>(terms, i, state.auxiliary, state.scratch);
    state.auxiliary -= exact<T>(tau) * state.scratch;
    ++state.k;
    state.average += (state.auxiliary - state.average) / T(state.k);
  }
};

/// The running average as MFDS prints it, xₖ₊₁ = x̃ₖ/k + (k − 1)/k · xₖ for k ≥ 1. It lags: xₖ₊₁ is the average of
/// x̃₁ … x̃ₖ, not of x̃₁ … x̃ₖ₊₁ as its definition there says. Kept to be checked, not to be used.
struct LaggedAverage {
  template <class T>
  static Vector<T> next(const Vector<T>& average, const Vector<T>& auxiliary, int k) {
    return auxiliary / T(k) + T(k - 1) / T(k) * average;
  }
};

}  // namespace verigrad
