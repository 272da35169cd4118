// INNA, the inertial Newton algorithm: explicit Euler steps of the system DIN along subgradients of single terms.
// Thesis, (2.13) and Algorithm 1. Whoever calls it draws the batches.
#pragma once

#include "verigrad/problem/finite_sum.hpp"

namespace verigrad {

/// θ⁺ = θ + γ((1/β − α)θ − ψ/β − βv), ψ⁺ = ψ + γ((1/β − α)θ − ψ/β).
struct Inna {
  double alpha;  ///< viscous damping, ≥ 0
  double beta;   ///< Newton damping, > 0

  template <class T>
  struct State {
    Vector<T> theta, psi;
  };

  /// (θ₀, (1 − αβ)θ₀), which is where INNA rests if v₀ = 0.
  template <class T>
  State<T> start(const Vector<T>& theta0) const {
    return {theta0, T(T(1) - exact<T>(alpha) * exact<T>(beta)) * theta0};
  }

  /// The state after `now` with the step size γ > 0, along v.
  template <class T>
  State<T> step(const State<T>& now, const Vector<T>& v, const T& gamma) const {
    const T a = exact<T>(alpha), b = exact<T>(beta);
    const Vector<T> damping = T(T(1) / b - a) * now.theta - T(T(1) / b) * now.psi;
    return {now.theta + gamma * (damping - b * v), now.psi + gamma * damping};
  }
  /// Full batch: v = ∇𝒥(θ), or the subgradient that 𝒥 gives for it.
  template <class T>
  State<T> step(const ObjectiveOver<T>& J, const State<T>& now, const T& gamma) const {
    return step<T>(now, J.gradient(now.theta), gamma);
  }
  /// v ∈ D𝒥_B(θ), the sum of the batch's subgradients, without 1/|B|.
  template <class T>
  State<T> step(const FiniteSum& terms, const State<T>& now, const BatchIndices& batch, const T& gamma) const {
    return step<T>(now, T(int(batch.size())) * terms.batch_gradient<T>(batch, now.theta), gamma);
  }
};

}  // namespace verigrad
