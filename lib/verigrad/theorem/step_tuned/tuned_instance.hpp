// A finite sum, a start, rates and mini-batches, and the parameters of the step-tuned methods: what statements about
// Algorithms 3 to 6 of the thesis speak of.
#pragma once

#include <string>
#include <vector>

#include "verigrad/algorithm/curvature_step.hpp"
#include "verigrad/problem/finite_sum.hpp"

namespace verigrad {

/// A run of a step-tuned method.
struct TunedInstance {
  FiniteSum f;  ///< 𝒥 = 1/N Σ 𝒥ₙ, rational
  Vector<double> theta0;
  std::vector<double> rates;          ///< in the place of α/(k + 1)^{1/2 + δ}, for k = 0, 1, …
  std::vector<BatchIndices> batches;  ///< B₀, B₁, …
  double nu = 2, beta = 0.5, m = 0.5, M = 2;

  int steps() const { return int(batches.size()); }
  StepRange bounds() const { return {m, M}; }
  bool rational() const { return f.rational(); }
  std::string describe() const;
};

/// Positive rates, ν and m̃, β in [0, 1[, m̃ ≤ M̃; each batch of terms, with its rate; sizes fit.
bool is_tuned_run(const TunedInstance& instance);

/// ‖Δθ‖²/⟨variation, Δθ⟩ if that is positive, else ν: over fractions, where the sign is known.
Rational printed_step(const Vector<Rational>& moved, const Vector<Rational>& variation, const Rational& nu);
/// min(max(γ, m̃), M̃).
Rational printed_bounds(const Rational& gamma, const TunedInstance& instance);

}  // namespace verigrad
