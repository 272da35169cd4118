// The sequences of gradient_descent_momentum over a number type, and those it is compared with.
#pragma once

#include "verigrad/theorem/momentum/gradient_descent_momentum.hpp"
#include "verigrad/theorem/momentum/optimiser_instance.hpp"

namespace verigrad::gradient_descent_momentum {

/// The sequences of (23) for n ∈ ℕ.
struct Run {
  using Instance = MomentumInstance;
  explicit Run(const MomentumInstance& instance);

  Number alpha, beta;
  Number weight;                      ///< 1 − β
  Trajectory<Number> x, m, gradient;  ///< gradient[k] = ∇f(x[k])
  int n;
};

/// As above with other methods from x⁰. Throws std::invalid_argument when α(1 − β) is no double.
struct ComparisonRun : Run {
  explicit ComparisonRun(const MomentumInstance& instance);

  Trajectory<Number> theta;           ///< heavy ball (1.28), μ = β, γ = α(1 − β), θ₀ = x⁰
  Trajectory<Number> theta_gradient;  ///< ∇f(θ[k])
  Trajectory<Number> plain;           ///< gradient descent (22) with rate α
};

/// 0, of the size of x.
inline Vector<Number> zero(const Run& r) { return Vector<Number>::Constant(r.x.front().size(), 0); }

}  // namespace verigrad::gradient_descent_momentum
