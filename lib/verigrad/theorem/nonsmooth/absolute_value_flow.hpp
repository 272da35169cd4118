// The weak solution for J(w) = |w|, the inequality that defines it, and the explicit scheme beside the implicit one.
// Stochastic gradient methods, Lemma 5.6.7 and (5.35).
#pragma once

#include <string>

#include "verigrad/claim/form.hpp"
#include "verigrad/claim/statement.hpp"

namespace verigrad::absolute_value_flow {

const Statement& statement();

/// The start w₀, a constant y, and the test function φ(t) = ±(T − t)² (p + qt)² up to T, 0 beyond.
struct TestedFlow {
  double w0, y, T, p, q;
  bool negative = false;  ///< −φ in place of φ: not admissible

  bool rational() const { return true; }
  std::string describe() const;
};

/// T > 0 and φ ≥ 0.
bool hypotheses_hold(const TestedFlow& instance);

/// (5.44) for (5.43), by exact integration.
Form<TestedFlow> conclusion();
/// (5.44) with equality: w and y on one side of 0, T ≤ |w₀|.
Form<TestedFlow> attained();
/// The displayed lines, which look at [0, |w₀|] and [|w₀|, T]: they need |w₀| ≤ T.
Forms<TestedFlow> steps();
Forms<TestedFlow> errata();
Forms<TestedFlow> corrected();
Forms<TestedFlow> planted();

/// n steps of size Δt from w₀, with the value s(0) = at_kink of (5.35).
struct Scheme {
  double w0, dt, at_kink;
  int n;

  bool rational() const { return true; }
  std::string describe() const;
};

/// Δt > 0 and at_kink in [−1, 1].
bool scheme_hypotheses_hold(const Scheme& instance);

/// The implicit scheme is the weak solution at the times kΔt; the explicit one is as long as kΔt ≤ |w₀|, and then
/// stays within Δt.
Form<Scheme> schemes();
/// The explicit scheme is off by Δt itself after the n-th step.
Form<Scheme> off_by_dt();
/// w^{k+2} = w^k ≠ 0 for the last steps: the explicit scheme does not come to rest.
Form<Scheme> oscillates();
Forms<Scheme> wrong_schemes();

}  // namespace verigrad::absolute_value_flow
