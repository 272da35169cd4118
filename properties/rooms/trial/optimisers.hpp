// Optimisers as programs have them, right and wrong, in float or double.
#pragma once

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

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

/// Soft thresholding by λ = ½ times the rate.
template <class T>
T soft_threshold(T x, T g, T rate, Memory<T>&) {
  const T y = x - rate * g, rest = std::max(std::abs(y) - rate * T(0.5), T(0));
  return y < 0 ? -rest : rest;
}
/// INNA with α = ½ and β = 1/10; ψ starts at (1 − αβ − `off`)θ.
template <class T>
T inna(T x, T g, T rate, Memory<T>& m, T off = 0) {
  const T alpha = T(0.5), beta = T(0.1);
  if (m.steps == 1) m.v = (1 - alpha * beta - off) * x;
  const T along = (1 / beta - alpha) * x - m.v / beta;
  m.v += rate * along;
  return x + rate * (along - beta * g);
}
/// The same in the order of the authors' own program, p − γ((α − 1/β)p + ψ/β + βv).
template <class T>
T inna_turned(T x, T g, T rate, Memory<T>& m) {
  const T alpha = T(0.5), beta = T(0.1);
  if (m.steps == 1) m.v = (1 - alpha * beta) * x;
  const T old = m.v;
  m.v = old - rate * ((alpha - 1 / beta) * x + old / beta);
  return x - rate * ((alpha - 1 / beta) * x + old / beta + beta * g);
}

/// Right programs for a statement, each with its own order of evaluation.
template <class T>
std::vector<conformance::StartOptimiser> right_ones(std::string_view stem) {
  if (stem == "heavy_ball") return {optimiser<T>(heavy_ball<T>), optimiser<T>(heavy_ball_inside<T>)};
  if (stem == "iterative_soft_thresholding") return {optimiser<T>(soft_threshold<T>)};
  if (stem.starts_with("inna_"))
    return {optimiser<T>([](T x, T g, T rate, Memory<T>& m) { return inna(x, g, rate, m); }),
            optimiser<T>(inna_turned<T>)};
  return {optimiser<T>(descend<T>), optimiser<T>(descend_fused<T>)};
}

}  // namespace verigrad::trial_test
