// Two weak solutions do not part: the stability estimate and its derivation by doubling the variables.
// Stochastic gradient methods, Lemma 5.6.5.
#pragma once

#include "verigrad/theorem/nonsmooth/weak_flow_instance.hpp"

namespace verigrad::weak_solution_uniqueness {

const Statement& statement();

/// The exact solutions W from w0 and Z from z0.
struct TwoFlowsInstance : WeakFlowInstance {
  Vector<double> z0;

  bool rational() const { return true; }
  std::string describe() const;
};

/// λ ≥ 0.
bool hypotheses_hold(const TwoFlowsInstance& instance);

/// |W(t) − Z(t)|² ≤ e^{−2a(t−s)} |W(s) − Z(s)|² for s ≤ t: with W(0) = Z(0), W = Z.
Form<TwoFlowsInstance> conclusion();
/// It is an equality.
Form<TwoFlowsInstance> attained();
/// The limit ε → 0 of A + B ≥ 0, tested with a bump in time; and wrong forms of the conclusion.
Lines<TwoFlowsInstance> lines();
/// The estimate from s to t where some Wⱼ and Zⱼ are on both sides of a kink in between, an equality where all are on
/// one side of 0 throughout; and the last display with its constant C.
Lines<TwoFlowsInstance> estimate_lines();

/// J₁ = aw²/2 and J₂ = |w|/2, for a short time.
TwoFlowsInstance near_the_kink(double a, double w0, double z0);

/// W at the time t and Z at the time s, tested with φ(t, s) = uv h(u)h(v)(p + qu + rv), where u and v are their clocks
/// and h(u) = (1 − u)(u − e) is 0 at both ends.
struct DoubledInstance : TwoFlowsInstance {
  double p, q, r;

  std::string describe() const;
};
/// p, q, r ≥ 0 besides.
bool doubled_hypotheses_hold(const DoubledInstance& instance);
/// The two doubled lines, and their sum, which is A + B.
Lines<DoubledInstance> doubled_lines();
/// The lines of −J₂ have the same sum: the proof does not use that J₂ is convex.
Form<DoubledInstance> J2_cancels();

/// W = w₀ − t for J = |w|, until it is 0; tested with Y and φ = t²(w₀ − t)², from 0, or φ = (w₀ − t)².
struct DescendingInstance {
  double w0, y;
  bool from_0;

  bool rational() const { return true; }
  std::string describe() const;
};
/// w₀ > 0.
bool goes_down(const DescendingInstance& instance);
/// (5.41) as the proof takes it up: without its half, without its term at t = 0.
Lines<DescendingInstance> first_lines();

/// W = w₀ − speed·t for J₁ = 0 and J₂ = −|w|, tested with φ = (w₀ − t)² and two opposite Y.
struct NotConvexInstance {
  double w0, speed, y;

  bool rational() const { return true; }
  std::string describe() const;
};
/// w₀ > 0, speed ≤ 1.
bool stays_positive(const NotConvexInstance& instance);
/// (5.41) fails at Y or at −Y once |Y| is large: W is no weak solution, whatever it is.
Form<NotConvexInstance> no_solution_exists();

/// W = b + tv and Z = d + tg in one dimension, J₁ = αw²/2; the times s < t, between which a is a bump; the widths μ and
/// ε of the limits; b(x) = 30x²(1 − |x|)² times `left` for x < 0 and times 1 − left for x > 0.
struct PathsInstance {
  double alpha, b, v, d, g, s, t, mu, epsilon, left;

  bool rational() const { return true; }
  std::string describe() const;
};
/// 0 < μ < t − s, 0 < ε ≤ t − s; μ, ε ≤ s; 0 ≤ left ≤ 1.
bool paths_hypotheses_hold(const PathsInstance& instance);
/// (∂ₜ + ∂ₛ)φ, A and B in the variables α and β, footnote 1, and the limits ε → 0, for any continuous W and Z.
Lines<PathsInstance> limit_lines();
/// |∫ f b_ε − f(0)| is within the largest |f − f(0)|, for b ≥ 0.
Form<PathsInstance> footnote_1();
/// The piecewise linear a, and what O(μ) stands for.
Lines<PathsInstance> cutoff_lines();
/// The iterations of Gronwall's lemma.
Lines<PathsInstance> gronwall_lines();
/// O(μ) and the iterations are equalities where W − Z is constant.
Form<PathsInstance> remainder_attained();
Form<PathsInstance> iterations_attained();

/// w′ = √w, from w(0) = 0: J₁ = −2/3 w^{3/2} has no Lipschitz gradient. At the time t.
struct SquareRootInstance {
  double t;

  bool rational() const { return true; }
  std::string describe() const;
};
/// w = t²/4 solves it, as w = 0 does; they are equal.
Form<SquareRootInstance> unique();

}  // namespace verigrad::weak_solution_uniqueness
