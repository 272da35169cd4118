// Two weak solutions do not part: the stability estimate and its derivation by doubling the variables.
// Stochastic gradient methods, Lemma 5.6.5.
#pragma once

#include "verigrad/claim/statement.hpp"
#include "verigrad/theorem/nonsmooth/weak_flow_instance.hpp"

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
/// The last display with its constant C.
Forms<TwoFlows> flow_steps();
/// The limit ε → 0 of A + B ≥ 0, tested with a bump in time; and the estimate from s to t.
Forms<TwoFlows> flow_errata();
Form<TwoFlows> sum_in_the_limit();
/// Where some Wⱼ and Zⱼ are on both sides of a kink in between.
Form<TwoFlows> right_estimate();
Forms<TwoFlows> planted_estimates();
/// The corrected estimate is an equality where Wⱼ and Zⱼ are on one side of 0 throughout.
Form<TwoFlows> estimate_attained();

/// W at the time t and Z at the time s, tested with φ(t, s) = uv h(u)h(v)(p + qu + rv), where u and v are their clocks
/// and h(u) = (1 − u)(u − e) is 0 at both ends.
struct DoubledFlows : TwoFlows {
  double p, q, r;

  std::string describe() const;
};
/// p, q, r ≥ 0 besides.
bool doubled_hypotheses_hold(const DoubledFlows& instance);
/// The sum of the two doubled lines is A + B.
Form<DoubledFlows> lines_add_up();
Forms<DoubledFlows> doubled_errata();
Forms<DoubledFlows> doubled_corrected();
Forms<DoubledFlows> planted_doubled();
/// The lines of −J₂ have the same sum: the proof does not use that J₂ is convex.
Form<DoubledFlows> J2_cancels();

/// W = w₀ − t for J = |w|, until it is 0; tested with Y and φ = t²(w₀ − t)², from 0, or φ = (w₀ − t)².
struct Descending {
  double w0, y;
  bool from_0;

  bool rational() const { return true; }
  std::string describe() const;
};
/// w₀ > 0.
bool goes_down(const Descending& instance);
/// (5.41) as the proof takes it up: without its half, without its term at t = 0.
Forms<Descending> first_line_errata();
Forms<Descending> first_line_corrected();

/// W = w₀ − speed·t for J₁ = 0 and J₂ = −|w|, tested with φ = (w₀ − t)² and two opposite Y.
struct NotConvex {
  double w0, speed, y;

  bool rational() const { return true; }
  std::string describe() const;
};
/// w₀ > 0, speed ≤ 1.
bool stays_positive(const NotConvex& instance);
/// (5.41) fails at Y or at −Y once |Y| is large: W is no weak solution, whatever it is.
Form<NotConvex> no_solution_exists();

/// W = b + tv and Z = d + tg in one dimension, J₁ = αw²/2; the times s < t, between which a is a bump; the widths μ and
/// ε of the limits; b(x) = 30x²(1 − |x|)² times `left` for x < 0 and times 1 − left for x > 0.
struct Paths {
  double alpha, b, v, d, g, s, t, mu, epsilon, left;

  bool rational() const { return true; }
  std::string describe() const;
};
/// 0 < μ < t − s, 0 < ε ≤ t − s; μ, ε ≤ s; 0 ≤ left ≤ 1.
bool paths_hypotheses_hold(const Paths& instance);
/// (∂ₜ + ∂ₛ)φ, A and B in the variables α and β, footnote 1, and the limits ε → 0, for any continuous W and Z.
Forms<Paths> limit_steps();
Forms<Paths> limit_errata();
Forms<Paths> limit_corrected();
/// A = 2 ∫∫ over β ∈ [−T, T], against its definition over t and s.
Form<Paths> whole_domain();
Forms<Paths> planted_limits();
/// The piecewise linear a, what O(μ) stands for, and the iterations of Gronwall's lemma.
Forms<Paths> cutoff_steps();
/// O(μ) and the iterations are equalities where W − Z is constant.
Forms<Paths> cutoff_attained();
Forms<Paths> cutoff_errata();
Forms<Paths> cutoff_corrected();
Forms<Paths> planted_cutoffs();

/// w′ = √w, from w(0) = 0: J₁ = −2/3 w^{3/2} has no Lipschitz gradient. At the time t.
struct SquareRoot {
  double t;

  bool rational() const { return true; }
  std::string describe() const;
};
/// w = t²/4 solves it, as w = 0 does; they are equal.
Form<SquareRoot> unique();

}  // namespace verigrad::weak_solution_uniqueness
