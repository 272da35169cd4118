// A weak solution starts at W₀. Stochastic gradient methods, Lemma 5.6.4.
#pragma once

#include <string>

#include "verigrad/claim/lines.hpp"

namespace verigrad::weak_initial_value {

const Statement& statement();

/// W(t) = b + tv for J₁ = Σ (a Wⱼ²/2 − cⱼWⱼ) and J₂ = Σ λⱼ|Wⱼ|, tested with Y and a φ that ends at ε; no coordinate of
/// W changes its sign before.
struct PathInstance {
  double a;
  Vector<double> c, lambda, w0, b, v, y;
  double epsilon;

  bool rational() const { return true; }
  std::string describe() const;
};

/// 0 < ε ≤ 1, λ ≥ 0, vⱼ = 0 or |vⱼ|ε ≤ |bⱼ|.
bool hypotheses_hold(const PathInstance& path);

/// Where W(0) = b ≠ W₀, twice (5.41) with Y = W₀ is at most −3/4 |W(0) − W₀|² once Cε ≤ |W(0) − W₀|²/4: no such W is a
/// weak solution. It needs b ≠ W₀.
Form<PathInstance> conclusion();
/// The same as an equality where W = b rests without forces: the left side of (5.41) is −|b − W₀|²/2.
Form<PathInstance> attained();
/// W(0) = W₀ for W = W₀ at positive times, W(0) = b: (5.41) does not see W(0) unless W is continuous.
Form<PathInstance> discontinuous();
/// The displayed lines: the limit ε → 0 of (5.41), within Cε, for φ = (1 − t/ε)₊; and the discs. Wrong limits.
Lines<PathInstance> lines();
/// φ = (1 − t/ε)₊² has a continuous derivative, and the limit for it: in place of the erratum of cutoff_lines().
Form<PathInstance> with_smooth_cutoff();

/// The test function φ = (1 − t/ε)₊ itself.
struct CutoffInstance {
  double epsilon;

  bool rational() const { return true; }
  std::string describe() const;
};
/// The erratum that it has a continuous derivative at ε.
Lines<CutoffInstance> cutoff_lines();

}  // namespace verigrad::weak_initial_value
