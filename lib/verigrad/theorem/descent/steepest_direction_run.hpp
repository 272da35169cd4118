// The quantities of steepest_direction over a number type.
#pragma once

#include "verigrad/number/select.hpp"
#include "verigrad/theorem/descent/steepest_direction.hpp"

namespace verigrad::steepest_direction {

/// The quantities of (1.16).
struct Run {
  using Instance = DirectionInstance;
  explicit Run(const DirectionInstance& instance);

  Number L, gamma;
  Vector<Number> theta, gradient, d;
  Vector<Number> next;    ///< what GradientDescent yields, (1.15)
  Number value;           ///< J(θ)
  Number slope;           ///< ⟨∇J(θ), d⟩
  Number gradient_norm;   ///< ‖∇J(θ)‖ in the instance's norm; Euclidean without a known value: ‖∇J(θ)‖²
  Number dual_norm;       ///< largest ⟨∇J(θ), d⟩ over ‖d‖ = 1; for the Euclidean norm as gradient_norm
  Vector<Number> dual_d;  ///< a d with ‖d‖ = 1 and ⟨∇J(θ), d⟩ = −dual_norm; empty for the Euclidean norm
  std::vector<Number> step;       ///< γ, γ/2, γ/4 …
  std::vector<Number> along;      ///< J(θ + td) for every t of `step`
  std::vector<Number> remainder;  ///< J(θ + td) − J(θ) − t⟨∇J(θ), d⟩ for every t of `step`
};

/// max |xᵢ|.
inline Number largest_magnitude(const Vector<Number>& x) {
  Number largest(0);
  for (const Number& entry : x) largest = larger<Number>(largest, magnitude<Number>(entry));
  return largest;
}

}  // namespace verigrad::steepest_direction
