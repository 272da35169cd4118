// The chain rule with gradients as rows: ∇(v ∘ u) = ∇v ∘ u × ∇u. SGM, (5.9) and Notation 5.1.4.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/derivative/jacobian_chain_rule.hpp"

namespace verigrad::row_gradient_chain_rule {

const Statement& statement();

/// u, then v, at a point.
using Instance = jacobian_chain_rule::Instance;

/// ψ: M_{a,b}(ℝ) → ℝ at X in direction Z, both by columns.
struct MatrixInstance {
  Graph psi;
  int a, b;
  Vector<double> X, Z;

  bool rational() const { return psi.rational(); }
  std::string describe() const;
};

/// ∇v ∘ u ∈ M_{c,b}, ∇u ∈ M_{b,a}, and their product, by dual numbers, is ∇w ∈ M_{c,a} of the composition by tape.
Form<Instance> conclusion();
/// Line c of (5.9), against derivatives known exactly from values of the composition of two polynomials.
Form<Instance> of_polynomials();
/// Notation 5.1.4: ∇ψ has b lines and a columns and entries ∂_{(ij)}ψ in line j, column i: dψ(Z) = Σ ∂_{(ij)}ψ Z_ij is
/// the trace of ∇ψ × Z. Remark 5.1.5: for b = 1 it is the gradient of a function of a numbers; and wrong
/// gradients.
Lines<MatrixInstance> matrix_lines();
/// Wrong products.
Lines<Instance> lines();

}  // namespace verigrad::row_gradient_chain_rule
