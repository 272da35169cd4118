// Forward mode: ∂xₖ/∂x₁ = Σ over the parents ℓ of k of ∂fₖ/∂xₗ × ∂xₗ/∂x₁, and dual numbers, which do the same.
// MFDS, section 14.3.3.
#pragma once

#include "verigrad/theorem/form.hpp"
#include "verigrad/theorem/graph_instance.hpp"
#include "verigrad/theorem/statement.hpp"

namespace verigrad::forward_mode {

const Statement& statement();

/// Two dual numbers x + εx′, y + εy′.
struct Duals {
  double x, x_prime, y, y_prime;
  bool rational() const { return true; }
  std::string describe() const;
};
/// The divisor x is not 0.
bool divides(const Duals& duals);

/// Dual numbers give the derivatives of the recursion, and the sum over all paths from input to output.
Form<GraphInstance> conclusion();
/// They give the derivatives of polynomials, known exactly from deg + 1 values.
Form<GraphInstance> of_polynomials();
/// The recursion of the example, line by line, against its derivatives in closed form; rules of dual numbers.
Forms<LogRootExample> example_lines();
Forms<Duals> dual_rules();

/// |f(x + h, y) − f(x, y)| ≤ 4h for h = 1/64: false where √ is not differentiable.
Form<LogRootExample> small_difference();
/// The square of x + ε has the value x², which needs ε² = 0; with ε² = 1 it has x² + 1.
Form<Duals> square_with_epsilon_squared_one();

Forms<GraphInstance> planted();
Forms<Duals> planted_rules();

}  // namespace verigrad::forward_mode
