// The weak formulation of a non-smooth gradient flow, its exact solutions, and their approximation by smooth flows.
// Stochastic gradient methods, (5.41) and Lemma 5.6.3.
#pragma once

#include "verigrad/theorem/nonsmooth/weak_flow_instance.hpp"

namespace verigrad::weak_solution_existence {

const Statement& statement();

/// A flow, the constant Y and the test function φ of (5.41), see ClockTest.
struct FlowInstance : WeakFlowInstance {
  Vector<double> y;
  double p, q;

  bool rational() const { return true; }
  std::string describe() const;
};

/// λ ≥ 0: J₂ is convex.
bool hypotheses_hold(const FlowInstance& instance);

/// (5.41) with φ on every term, for the exact solution.
Form<FlowInstance> conclusion();
/// It is an equality.
Form<FlowInstance> attained();
/// Wrong forms of (5.41).
Lines<FlowInstance> lines();

/// W = 0 at rest in J₁ = −cw, J₂ = λ|w|, tested with Y and φ = κ(1 − t/T)² on [0, T].
struct RestInstance {
  double c, lambda, y, T, kappa;

  bool rational() const { return true; }
  std::string describe() const;
};
/// (5.41) as printed, with φ on the gradient of J₂ alone.
Lines<RestInstance> rest_lines();
/// (5.41) with φ on every term.
Form<RestInstance> conclusion_at_rest();
/// |c| ≤ λ, so that 0 is at rest; T > 0, κ ≥ 0.
bool rests(const RestInstance& instance);

/// The flow of J₁ = −cw and J₂^ε, Huber's function of width ε times λ, at rest in W_ε = W₀ = cε/λ, while the limit goes
/// down, W = W₀ − (λ − c)t; tested with Y and φ = (1 − t/T)² on [0, T].
struct SmoothRestInstance {
  double c, lambda, epsilon, y, T;

  bool rational() const { return true; }
  std::string describe() const;
};
/// The weak form of (5.38) with W for W_ε in one place, as printed, and without.
Lines<SmoothRestInstance> smooth_rest_lines();
/// 0 < c ≤ λ; ε, T > 0; W ≥ 0 until T.
bool rests_smoothly(const SmoothRestInstance& instance);

/// Two states, W_ε of the regularised flow and W of the limit, with J₂^ε Huber's function of width ε times λ.
struct StatesInstance {
  double lambda, epsilon, w_epsilon, w;

  bool rational() const { return true; }
  std::string describe() const;
};
/// λ ≥ 0, ε > 0.
bool states_hypotheses_hold(const StatesInstance& instance);
/// 0 ≤ J₂ − J₂^ε ≤ λε/2, |∇J₂^ε| ≤ λ, and −λε/4 ≤ ⟨∇J₂^ε(W_ε) − s, W_ε − W⟩ for s in the subdifferential at W: for
/// convex J₁, |W_ε(t) − W(t)|² ≤ λεt/2, and W_ε converges.
Form<StatesInstance> approximation();
/// The constant 1/4 is attained.
Form<StatesInstance> quarter_attained();
/// Wrong forms of it.
Lines<StatesInstance> states_lines();

/// The regularised flow of a w²/2 + λ|w| with a > 0, ε = λ/(ak): solved exactly down to 0, where it stays near.
struct RegularisedInstance {
  double a, lambda, w0, u;
  int k;

  double epsilon() const { return lambda / (a * k); }
  bool rational() const { return true; }
  std::string describe() const;
};
/// a, λ > 0, w₀ > ε, 0 < u ≤ 1.
bool regularised_hypotheses_hold(const RegularisedInstance& instance);
/// 0 ≤ W_ε − W ≤ ε when the clock shows u.
Form<RegularisedInstance> converges();

}  // namespace verigrad::weak_solution_existence
