// Forward mode: ∂xₖ/∂x₁ = Σ over the parents ℓ of k of ∂fₖ/∂xₗ × ∂xₗ/∂x₁, and dual numbers, which do the same.
// MFDS, section 14.3.3.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/derivative/graph_instance.hpp"

namespace verigrad::forward_mode {

const Statement& statement();

/// Two dual numbers x + εx′, y + εy′, and what ε² is instead of 0.
struct Duals {
  double x, x_prime, y, y_prime;
  double epsilon_squared = 0;
  bool rational() const { return true; }
  std::string describe() const;
};
/// The divisor x is not 0.
bool divides(const Duals& duals);

/// Dual numbers give the derivatives of the recursion, and the sum over all paths from input to output.
Form<GraphInstance> conclusion();
/// They give the derivatives of polynomials, known exactly from deg + 1 values.
Form<GraphInstance> of_polynomials();
/// Mistakes to reject in the recursion.
Lines<GraphInstance> lines();
/// The recursion of the example, line by line, against its derivatives in closed form.
Lines<LogRootInstance> example_lines();
/// The rules of dual numbers.
Lines<Duals> rule_lines();

/// |f(x + h, y) − f(x, y)| ≤ 4h for h = 1/64: false where √ is not differentiable.
Form<LogRootInstance> small_difference();
/// Product, quotient and composition by the multiplication of numbers a + bε alone, with ε² as the instance has it:
/// their values and ε parts are those of dual numbers. In this order.
Forms<Duals> rules_by_multiplication();
/// The ε part of one product.
Form<Duals> epsilon_part_of_product();

}  // namespace verigrad::forward_mode
