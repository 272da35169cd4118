// Two weak solutions do not part: the stability estimate and its derivation by doubling the variables.
// Stochastic gradient methods, Lemma 5.6.5.
#pragma once

#include "verigrad/theorem/statement.hpp"
#include "verigrad/theorem/weak_flow_instance.hpp"

namespace verigrad::weak_solution_uniqueness {

const Statement& statement();

/// The exact solutions W from w0 and Z from z0.
struct TwoFlows : WeakFlow {
  Vector<double> z0;

  bool rational() const { return true; }
  std::string describe() const;
};

/// λ ≥ 0.
bool hypotheses_hold(const TwoFlows& instance);

/// |W(t) − Z(t)|² ≤ e^{−2a(t−s)} |W(s) − Z(s)|² for s ≤ t: with W(0) = Z(0), W = Z.
Form<TwoFlows> conclusion();
/// It is an equality.
Form<TwoFlows> attained();
Forms<TwoFlows> planted();
/// The limit ε → 0 of A + B ≥ 0, tested with a bump in time; and the estimate from 0 to the end, corrected where some
/// Wⱼ and Zⱼ start on both sides of a kink.
Forms<TwoFlows> flow_errata();
Forms<TwoFlows> flow_corrected();
Forms<TwoFlows> planted_estimates();
/// The corrected estimate is an equality where Wⱼ and Zⱼ are on one side of 0 throughout.
Form<TwoFlows> estimate_attained();

/// W = w₀ − t for J = |w|, until it is 0; tested with Y and a φ that is 0 at both ends of [0, w₀].
struct Descending {
  double w0, y;

  bool rational() const { return true; }
  std::string describe() const;
};
/// w₀ > 0.
bool goes_down(const Descending& instance);
/// (5.41) as the proof takes it up, without and with its half.
Forms<Descending> half_errata();
Forms<Descending> half_corrected();

/// W = b + tv and Z = d + tg in one dimension, J₁ = αw²/2; the times s < t, and the widths μ and ε.
struct Paths {
  double alpha, b, v, d, g, s, t, mu, epsilon;

  bool rational() const { return true; }
  std::string describe() const;
};
/// 0 < μ < t − s, ε > 0.
bool paths_hypotheses_hold(const Paths& instance);
/// (∂ₜ + ∂ₛ)φ, A and B for any continuous W and Z.
Forms<Paths> steps();
Forms<Paths> errata();
Forms<Paths> corrected();

/// w′ = √w, from w(0) = 0: J₁ = −2/3 w^{3/2} has no Lipschitz gradient. At the time t.
struct SquareRoot {
  double t;

  bool rational() const { return true; }
  std::string describe() const;
};
/// w = t²/4 solves it, as w = 0 does; they are equal.
Form<SquareRoot> unique();

}  // namespace verigrad::weak_solution_uniqueness
