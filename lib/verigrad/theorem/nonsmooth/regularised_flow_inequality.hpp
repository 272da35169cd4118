// The variational inequality of a gradient flow with a convex part, and its uniform bound.
// Stochastic gradient methods, Lemma 5.6.1, (5.38)–(5.40).
#pragma once

#include <string>

#include "verigrad/claim/lines.hpp"
#include "verigrad/problem/objective.hpp"

namespace verigrad::regularised_flow_inequality {

const Statement& statement();

/// J₁, the convex J₂, a state W of the flow W′ = −∇(J₁ + J₂)(W) and a point Y. Every state is the start of a flow.
struct StateInstance {
  ObjectivePtr J1, J2;
  Vector<double> w, y;

  bool rational() const { return J1->rational() && J2->rational(); }
  std::string describe() const;
};

/// J₂ is convex; and W ≠ Y where J₂ is not rational: no enclosure shows that 0 ≤ 0.
bool hypotheses_hold(const StateInstance& instance);

/// (5.38): ⟨W′ + ∇J₁(W), Y − W⟩ + J₂(Y) − J₂(W) ≥ 0.
Form<StateInstance> conclusion();
/// It is an equality.
Form<StateInstance> attained();
/// The displayed line, and wrong forms of (5.38).
Lines<StateInstance> lines();

/// A state of the flow of J₁ = Huber's function with slope c and J₂^ε = Huber's with slope λ and width ε.
struct BoundedInstance {
  double c, lambda, epsilon;
  Vector<double> w;
  /// J₂ = λ‖W‖²/(2ε) in place of Huber's function: its gradient is not bounded.
  bool unbounded = false;

  bool rational() const { return true; }
  std::string describe() const;
};
/// c, λ ≥ 0, ε > 0, and J₂ is Huber's function.
bool bounded_hypotheses_hold(const BoundedInstance& instance);
/// |Wⱼ′| ≤ c + λ for every ε: with |W_ε(t)| ≤ |W₀| + tC, (5.40).
Form<BoundedInstance> uniform_bound();
Form<BoundedInstance> bound_attained();

}  // namespace verigrad::regularised_flow_inequality
