// Splitting over batches, fully discrete: one gradient step a batch. Stochastic gradient methods, display after (5.29).
// The text prints a method that loses batches: the two completions of it stand below, for its checks only.
#pragma once

#include "verigrad/number/eigen.hpp"

namespace verigrad {

/// The intended method: Zʳ = Zʳ⁻¹ − Δt ∇Jʳ(Zʳ⁻¹), r = 1 … p, from Z⁰ = w; Zᵖ is the iterate after w.
struct BatchSplitting {
  double dt;  ///< Δt > 0

  /// gradient(r, w) is ∇Jʳ(w), r from 1; State is a Vector or Matrix over any number type.
  template <class State, class Gradient>
  State epoch(State w, int p, const Gradient& gradient) const {
    using T = typename State::Scalar;
    for (int r = 1; r <= p; ++r) w = State(w - exact<T>(dt) * gradient(r, w));
    return w;
  }
};

/// As printed, from r = 2, each Z taken where the line before left it: the first batch is never used.
struct SplittingWithoutFirstBatch {
  double dt;

  template <class State, class Gradient>
  State epoch(State w, int p, const Gradient& gradient) const {
    using T = typename State::Scalar;
    for (int r = 2; r <= p; ++r) w = State(w - exact<T>(dt) * gradient(r, w));
    return w;
  }
};

/// As printed with a line for r = 1: Zʳ(Δt) = Zʳ⁻¹(0) − Δt ∇Jʳ(Zʳ⁻¹(0)), where Zʳ(0) = Zʳ⁻¹(Δt) as in (5.29). Each step
/// starts before the last one: every second batch is lost.
struct SplittingFromPreviousStarts {
  double dt;

  template <class State, class Gradient>
  State epoch(const State& w, int p, const Gradient& gradient) const {
    using T = typename State::Scalar;
    State previous_start = w;
    State end = w;
    for (int r = 1; r <= p; ++r) {
      const State next = previous_start - exact<T>(dt) * gradient(r, previous_start);
      if (r > 1) previous_start = end;
      end = next;
    }
    return end;
  }
};

}  // namespace verigrad
