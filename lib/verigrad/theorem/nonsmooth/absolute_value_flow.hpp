// The weak solution for J(w) = |w|, the inequality that defines it, and the explicit scheme beside the implicit one.
// Stochastic gradient methods, Lemma 5.6.7 and (5.35).
#pragma once

#include <string>

#include "verigrad/claim/lines.hpp"

namespace verigrad::absolute_value_flow {

const Statement& statement();

/// The start w₀, a constant y, and the test function φ(t) = ±(T − t)² (p + qt)² up to T, 0 beyond.
struct FlowInstance {
  double w0, y, T, p, q;
  bool negative = false;  ///< −φ in place of φ: not admissible

  bool rational() const { return true; }
  std::string describe() const;
};

/// T > 0 and φ ≥ 0.
bool hypotheses_hold(const FlowInstance& instance);

/// (5.44) for (5.43), by exact integration.
Form<FlowInstance> conclusion();
/// (5.44) with equality: w and y on one side of 0, T ≤ |w₀|.
Form<FlowInstance> attained();
/// The displayed lines, which look at [0, |w₀|] and [|w₀|, T] and need |w₀| ≤ T; wrong forms of (5.44).
Lines<FlowInstance> lines();

/// n steps of size Δt from w₀, with the value s(0) = at_kink of (5.35).
struct SchemeInstance {
  double w0, dt, at_kink;
  int n;

  bool rational() const { return true; }
  std::string describe() const;
};

/// Δt > 0 and at_kink in [−1, 1].
bool scheme_hypotheses_hold(const SchemeInstance& instance);

/// The implicit scheme is the weak solution at the times kΔt; the explicit one is as long as kΔt ≤ |w₀|, and then
/// stays within Δt. From 0 it moves by −Δt s(0).
Form<SchemeInstance> schemes();
/// The explicit scheme is off by Δt itself after the n-th step.
Form<SchemeInstance> off_by_dt();
/// w^{k+2} = w^k ≠ 0 for the last steps: the explicit scheme does not come to rest.
Form<SchemeInstance> oscillates();
/// Wrong forms of the schemes.
Lines<SchemeInstance> scheme_lines();

}  // namespace verigrad::absolute_value_flow
