// INNA, the inertial Newton algorithm: explicit Euler steps of the system DIN along subgradients of single terms.
// Thesis, (2.13) and Algorithm 1. Whoever calls it draws the batches.
#pragma once

#include "verigrad/algorithm/blocks.hpp"
#include "verigrad/algorithm/sweep.hpp"
#include "verigrad/problem/finite_sum.hpp"

namespace verigrad {

/// The step of one parameter, of the size γ.
template <class T>
struct InnaEntry {
  T pull;   ///< 1/β − α
  T share;  ///< 1/β
  T beta, gamma;

  void operator()(const T& v, T& theta, T& psi) const {
    const T damping = pull * theta - share * psi;
    theta += gamma * (damping - beta * v);
    psi += gamma * damping;
  }
};
template <>
inline constexpr bool compiled<InnaEntry<double>> = true;

/// θ⁺ = θ + γ((1/β − α)θ − ψ/β − βv), ψ⁺ = ψ + γ((1/β − α)θ − ψ/β).
struct Inna {
  double alpha;  ///< viscous damping, ≥ 0
  double beta;   ///< Newton damping, > 0

  /// θ and the second state ψ.
  template <class T>
  struct State {
    Vector<T> theta, psi;
  };

  /// (θ₀, (1 − αβ)θ₀), which is where INNA rests if v₀ = 0.
  template <class T>
  State<T> start(const Vector<T>& theta0) const {
    return {theta0, T(T(1) - exact<T>(alpha) * exact<T>(beta)) * theta0};
  }

  /// One step in place with the step size γ > 0, along any v. Schedules of γ pass another one a step.
  template <class T>
  void advance(State<T>& state, const Vector<T>& v, const T& gamma) const {
    require_gradient_of(state.theta, v);
    const T b = exact<T>(beta), share = T(1) / b;
    sweep(InnaEntry<T>{share - exact<T>(alpha), share, b, gamma}, v, state.theta, state.psi);
  }
  /// The state after `now`.
  template <class T>
  State<T> step(State<T> now, const Vector<T>& v, const T& gamma) const {
    advance<T>(now, v, gamma);
    return now;
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
