// The chain rule for Jacobians: J of g ∘ f at a is J_g(f(a)) J_f(a), any number of times. MathDNN, Theorem 1.3.
#pragma once

#include <vector>

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/derivative/graph_instance.hpp"

namespace verigrad::jacobian_chain_rule {

const Statement& statement();

/// f₁, …, f_d as graphs, each with as many inputs as the one before has outputs, a point a and a step h.
struct Instance {
  std::vector<Graph> f;
  Vector<double> a, h;

  bool rational() const;
  std::string describe() const;
};

/// g(y) = √y on F = [0, ∞[ after f(x) = x², at 0 and at ±h.
struct RootOfSquare {
  double h;
  bool rational() const { return true; }
  std::string describe() const;
};

/// J of the composition, by tape on the whole graph, is the product of the Jacobians of its parts, by dual numbers.
Form<Instance> conclusion();
/// For two polynomials, against derivatives known exactly from values.
Form<Instance> of_polynomials();
/// The displayed lines, for f₁ and g = f₂, and mistakes to reject.
Lines<Instance> lines();
/// Where the printed hypotheses do not suffice.
Lines<RootOfSquare> border_lines();
/// g ∘ f has one slope to both sides: false.
Form<RootOfSquare> differentiable_at_border();

}  // namespace verigrad::jacobian_chain_rule
