// Checkpoints: the backward sweep of a recurrence x₁ … x_t from a logarithmic number of stored states, by bisection.
// Griewank, Achieving logarithmic growth of temporal and spatial complexity in reverse automatic differentiation
// (1992).
#pragma once

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

namespace verigrad {

/// What a sweep cost.
struct SweepCost {
  int most_live = 0;  ///< states alive at one time, x₀ and the one in the making included: ⌈log₂ t⌉ + 1
  int steps = 0;      ///< forward steps taken: at most t ⌈log₂ t⌉ / 2
};

namespace detail {

template <class State, class Step, class Back>
void bisected_sweep(const State& x, int first, int count, int live, const Step& step, const Back& back,
                    SweepCost& cost) {
  cost.most_live = std::max(cost.most_live, live);
  if (count == 1) return back(first, x);
  const int half = count / 2;
  {
    State middle = step(first, x);
    for (int k = 1; k < half; ++k) middle = step(first + k, middle);
    cost.steps += half;
    bisected_sweep(middle, first + half, count - half, live + 1, step, back, cost);
  }
  bisected_sweep(x, first, half, live, step, back, cost);
}

}  // namespace detail

/// Calls back(k, xₖ) for k = t − 1 … 0, where xₖ₊₁ = step(k, xₖ). Throws std::invalid_argument unless t > 0.
template <class State, class Step, class Back>
SweepCost checkpointed_sweep(const State& x0, int t, const Step& step, const Back& back) {
  if (t < 1) throw std::invalid_argument("checkpointed_sweep: t = " + std::to_string(t) + "; at least 1 step");
  SweepCost cost;
  detail::bisected_sweep(x0, 0, t, 1, step, back, cost);
  return cost;
}

/// The same sweep with every state stored: t states, t − 1 steps.
template <class State, class Step, class Back>
SweepCost stored_sweep(const State& x0, int t, const Step& step, const Back& back) {
  if (t < 1) throw std::invalid_argument("stored_sweep: t = " + std::to_string(t) + "; at least 1 step");
  std::vector<State> states{x0};
  for (int k = 0; k + 1 < t; ++k) states.push_back(step(k, states.back()));
  for (int k = t; k-- > 0;) back(k, states[std::size_t(k)]);
  return {t, t - 1};
}

}  // namespace verigrad
