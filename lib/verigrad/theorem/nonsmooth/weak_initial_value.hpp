// A weak solution starts at W₀. Stochastic gradient methods, Lemma 5.6.4.
#pragma once

#include <string>

#include "verigrad/claim/form.hpp"
#include "verigrad/claim/statement.hpp"

namespace verigrad::weak_initial_value {

const Statement& statement();

/// W(t) = b + tv for J₁ = Σ (a Wⱼ²/2 − cⱼWⱼ) and J₂ = Σ λⱼ|Wⱼ|, tested with Y and a φ that ends at ε; no coordinate of
/// W changes its sign before.
struct Path {
  double a;
  Vector<double> c, lambda, w0, b, v, y;
  double epsilon;

  bool rational() const { return true; }
  std::string describe() const;
};

/// 0 < ε ≤ 1, λ ≥ 0, vⱼ = 0 or |vⱼ|ε ≤ |bⱼ|.
bool hypotheses_hold(const Path& path);

/// Where W(0) = b ≠ W₀, twice (5.41) with Y = W₀ is at most −3/4 |W(0) − W₀|² once Cε ≤ |W(0) − W₀|²/4: no such W is a
/// weak solution. It needs b ≠ W₀.
Form<Path> conclusion();
/// The same as an equality where W = b rests without forces: the left side of (5.41) is −|b − W₀|²/2.
Form<Path> attained();
/// W(0) = W₀ for W = W₀ at positive times, W(0) = b: (5.41) does not see W(0) unless W is continuous.
Form<Path> discontinuous();
/// The displayed lines: the limit ε → 0 of (5.41), within Cε, for φ = (1 − t/ε)₊; and the discs.
Forms<Path> steps();
/// φ = (1 − t/ε)₊² has a continuous derivative, and the limit for it.
Forms<Path> corrected();
Forms<Path> planted();

/// The test function φ = (1 − t/ε)₊ itself.
struct Cutoff {
  double epsilon;

  bool rational() const { return true; }
  std::string describe() const;
};
/// That it has a continuous derivative at ε.
Forms<Cutoff> errata();

}  // namespace verigrad::weak_initial_value
