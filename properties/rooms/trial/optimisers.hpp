// Optimisers as programs have them, right and wrong, in float or double.
#pragma once

#include "verigrad/conformance/play.hpp"

namespace verigrad::trial_test {

/// What an optimiser remembers of an entry, and the state of its program.
template <class T>
struct Memory {
  T v = 0, last = 0;
  int steps = 0;
};

/// step(x, g, rate, memory) returns the entry after a step.
template <class T, class Step>
conformance::StartOptimiser optimiser(Step step) {
  return [step](const conformance::TraceHead& head) -> conformance::TakeStep {
    std::vector<double> x = head.tensors.front().values;
    std::vector<Memory<T>> memory(x.size());
    return [=](const conformance::StepInput& input) mutable -> std::vector<conformance::Entries> {
      for (std::size_t i = 0; i < x.size(); ++i) {
        ++memory[i].steps;
        x[i] = double(step(T(x[i]), T((*input.gradients.front())[i]), T(input.rate), memory[i]));
      }
      return {x};
    };
  };
}

template <class T>
T descend(T x, T g, T rate, Memory<T>&) {
  return x - rate * g;
}
/// In one rounding.
template <class T>
T descend_fused(T x, T g, T rate, Memory<T>&) {
  return std::fma(-rate, g, x);
}
/// Momentum ½, with the rate outside or inside the velocity.
template <class T>
T heavy_ball(T x, T g, T rate, Memory<T>& m) {
  m.v = T(0.5) * m.v + g;
  return x - rate * m.v;
}
template <class T>
T heavy_ball_inside(T x, T g, T rate, Memory<T>& m) {
  m.v = T(0.5) * m.v - rate * g;
  return x + m.v;
}

}  // namespace verigrad::trial_test
