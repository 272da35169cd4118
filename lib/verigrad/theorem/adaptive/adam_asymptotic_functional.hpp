// The functional that the ADAM system is said to minimise for t → ∞: F(W) = J(W) + ε₁/2 |∇J(W)|₁.
// Stochastic gradient methods, (5.28).
#pragma once

#include <string>

#include "verigrad/claim/lines.hpp"
#include "verigrad/problem/objective.hpp"

namespace verigrad::adam_asymptotic_functional {

const Statement& statement();

/// J, ε₁, a point W where J has a Hessian, and a vector Z of the same dimension.
struct Instance {
  ObjectivePtr f;
  Vector<double> w;
  Vector<double> z;
  double eps1;

  bool rational() const { return f->rational(); }
  std::string describe() const;
};

/// ε₁ > 0, no entry of Z is 0, and no entry of ∇J(W).
bool hypotheses_hold(const Instance& instance);

/// J + ε₁/2 ⟨D^(−1/2)Z, Z⟩ = F at Z = −∇J(W), D = diag(∇J ⊗ ∇J).
Form<Instance> asymptotic_value();
/// J* ≤ J(W) ≤ F(W), and F(W*) = J*: with a known minimiser.
Form<Instance> minimisers();
/// dF/dt ≤ −|∇J|₁, which convex J have.
Form<Instance> decreases();
/// What the text says and what follows; the Z for which a line is undefined; and wrong forms of the functional.
Lines<Instance> lines();

/// F(w) < F(z): both are points here.
Form<Instance> smaller_functional();

}  // namespace verigrad::adam_asymptotic_functional
