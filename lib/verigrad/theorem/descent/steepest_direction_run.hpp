// The quantities of steepest_direction over a number type.
#pragma once

#include "verigrad/number/select.hpp"
#include "verigrad/theorem/descent/steepest_direction.hpp"

namespace verigrad::steepest_direction {

/// The quantities of (1.16).
template <class T>
struct Run {
  using Instance = DirectionInstance;
  explicit Run(const DirectionInstance& instance);

  T L, gamma;
  Vector<T> theta, gradient, d;
  Vector<T> next;        ///< θ − γ∇J(θ), (1.15)
  T value;               ///< J(θ)
  T slope;               ///< ⟨∇J(θ), d⟩
  T gradient_norm;       ///< ‖∇J(θ)‖ in the instance's norm; Euclidean without a known value: ‖∇J(θ)‖²
  T dual_norm;           ///< largest ⟨∇J(θ), d⟩ over ‖d‖ = 1; for the Euclidean norm as gradient_norm
  Vector<T> dual_d;      ///< a d with ‖d‖ = 1 and ⟨∇J(θ), d⟩ = −dual_norm; empty for the Euclidean norm
  std::vector<T> step;   ///< γ, γ/2, γ/4 …
  std::vector<T> along;  ///< J(θ + td) for every t of `step`
  std::vector<T> remainder;  ///< J(θ + td) − J(θ) − t⟨∇J(θ), d⟩ for every t of `step`
};

template <class T>
T largest_magnitude(const Vector<T>& x) {
  T largest(0);
  for (const T& entry : x) largest = larger<T>(largest, magnitude<T>(entry));
  return largest;
}

}  // namespace verigrad::steepest_direction
