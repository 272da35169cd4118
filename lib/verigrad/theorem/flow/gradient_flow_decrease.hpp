// Decrease along the gradient flow W′ = −∇J(W): d/dt J(W(t)) = −|∇J(W(t))|² ≤ 0.
// Stochastic gradient methods, (5.3) and the line below it.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/claim/unknowns.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/theorem/flow/small_steps.hpp"

namespace verigrad::gradient_flow_decrease {

const Statement& statement();

/// A point of the flow of J.
struct PointInstance {
  ObjectivePtr J;
  Vector<double> w;
  double tau = 1;  ///< the longest step along −∇J(W) that remainders are looked at

  bool rational() const { return J->rational(); }
  std::string describe() const;
};

/// J is smooth everywhere.
bool hypotheses_hold(const PointInstance& instance);

/// d/dt J(W) = −|∇J(W)|² at a point, on quadratics, from values of J.
Form<PointInstance> conclusion();
/// The same for any smooth J, within the remainder of a step along −∇J(W).
Form<PointInstance> smooth_conclusion();
/// The same, and −|∇J(W)|² ≤ 0, for all ∇J(W), given the chain rule d/dt J(W) = ⟨W′, ∇J(W)⟩.
Form<Unknowns> general_conclusion();

/// Wrong forms of the conclusion: on quadratics, for all points, for smooth J.
Lines<PointInstance> lines();
Lines<Unknowns> general_lines();
Lines<PointInstance> smooth_lines();

/// The flow of J(W) = W²/2 from W₀ at the time t with e^{−t} = q: W(t) = qW₀.
struct ParabolaInstance {
  double w0 = 1, q = 0.5;

  bool rational() const { return true; }
  std::string describe() const;
};
/// The initial condition, W(t) = W₀ as printed.
Lines<ParabolaInstance> initial_lines();

/// (5.2) with steps of τ beside (5.3) at t = kτ, J a quadratic: |Wᵏ − W(kτ)| ≤ ½tL|∇J(W⁰)| · τ for convex J and τL ≤ 2.
/// A step misses the flow by at most ½τ²L|∇J(W⁰)|, and (5.2) does not spread what is missed.
Form<SmallSteps> limit();
Lines<SmallSteps> limit_lines();
/// The same times e^{tL}, for any quadratic and any τ.
Form<SmallSteps> limit_without_convexity();
/// On J = λw²/2, where |Wᵏ − W(kτ)|/τ tends to ½tλ²e^{−λt}|W⁰|: bounds from both sides that have this limit.
Form<SmallSteps> order_of_limit();
/// 99/100 of the bound, where t and τ/t are small.
Form<SmallSteps> limit_nearly_attained();

}  // namespace verigrad::gradient_flow_decrease
