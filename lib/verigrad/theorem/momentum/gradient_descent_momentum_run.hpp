// The sequences of gradient_descent_momentum over a number type, and those it is compared with.
#pragma once

#include "verigrad/theorem/momentum/gradient_descent_momentum.hpp"
#include "verigrad/theorem/momentum/optimiser_instance.hpp"

namespace verigrad::gradient_descent_momentum {

/// The sequences of (23) for n ∈ ℕ.
template <class T>
struct Run {
  using Instance = MomentumInstance;
  explicit Run(const MomentumInstance& instance);

  T alpha, beta;
  T weight;                      ///< 1 − β
  Trajectory<T> x, m, gradient;  ///< gradient[k] = ∇f(x[k])
  int n;
};

/// As above with other methods from x⁰. Throws std::invalid_argument when α(1 − β) is no double.
template <class T>
struct Comparison : Run<T> {
  explicit Comparison(const MomentumInstance& instance);

  Trajectory<T> theta;           ///< heavy ball (1.28), μ = β, γ = α(1 − β), θ₀ = x⁰
  Trajectory<T> theta_gradient;  ///< ∇f(θ[k])
  Trajectory<T> plain;           ///< gradient descent (22) with rate α
};

template <class T>
Vector<T> zero(const Run<T>& r) {
  return Vector<T>::Constant(r.x.front().size(), T(0));
}

}  // namespace verigrad::gradient_descent_momentum
