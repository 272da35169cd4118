// The functional that the ADAM system is said to minimise for t → ∞: F(W) = J(W) + ε₁/2 |∇J(W)|₁.
// Stochastic gradient methods, (5.28).
#pragma once

#include <string>

#include "verigrad/claim/form.hpp"
#include "verigrad/claim/statement.hpp"
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

/// What the text says and what follows, keys as in statement().steps; "minimisers" needs a known minimiser,
/// "decreases" a convex J.
Forms<Instance> steps();
Forms<Instance> errata();
Forms<Instance> corrected();
Forms<Instance> planted();

/// F(w) < F(z): both are points here.
Form<Instance> smaller_functional();

}  // namespace verigrad::adam_asymptotic_functional
