// The differential is unique, and differentiable functions are continuous: what is left of f(a + h) − f(a) − ∂f(a)h
// vanishes faster than h for one linear map only. MathDNN, Proposition 1.1.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/problem/objective.hpp"

namespace verigrad::differential_uniqueness {

const Statement& statement();

/// A smooth objective at a, a direction d, a step τ = 2⁻ᵏ, and what a second linear map has beyond ∇f(a).
struct Instance {
  ObjectivePtr f;
  Vector<double> a, d, extra;
  int k;

  bool rational() const { return f->rational(); }
  std::string describe() const;
};
/// f is L-smooth where a and a + τd lie, τ ≤ 1, and d ≠ 0.
bool hypotheses_hold(const Instance& instance);

/// The remainder at h = τd is at most ½L‖h‖²: it vanishes at second order, which Definition 1.1 asks of it.
Form<Instance> taylor();
/// The remainder left by ∇f(a) + e is at least ½‖e‖‖h‖ along h = τe with 0 < τ ≤ 1/L: no other map is a differential.
Form<Instance> unique();
bool extra_is_not_zero(const Instance& instance);
/// |f(a + h) − f(a)| ≤ ‖∇f(a)‖₁‖h‖₁ + ½L‖h‖².
Form<Instance> continuous();
/// The remainder of a quadratic in one variable is ½L h².
Form<Instance> attained();
/// The displayed lines of the proof, and mistakes to reject.
Lines<Instance> lines();

/// f = 0 on [0, 1[ and f(1) = 1, at 1 and at 1 − 2⁻ᵏ: differentiable on the interior of [0, 1].
struct Jump {
  int k;
  bool rational() const { return true; }
  std::string describe() const;
};
/// Where the printed conclusion is false.
Lines<Jump> jump_lines();

}  // namespace verigrad::differential_uniqueness
