// The dynamical inertial Newton system (DIN) in its first-order form, θ′ + β v + (α − 1/β)θ + ψ/β = 0 and
// ψ′ + (α − 1/β)θ + ψ/β = 0, where v is in D𝒥(θ). Thesis, (2.6), (2.8) and (2.12).
#pragma once

#include "verigrad/number/eigen.hpp"

namespace verigrad {

/// A state (θ, ψ), or its velocity (θ′, ψ′).
template <class T>
struct DinState {
  Vector<T> theta, psi;
};

/// s = (α − 1/β)θ + ψ/β, linear in the state.
template <class T>
Vector<T> din_residual(const DinState<T>& at, const T& alpha, const T& beta) {
  return T(alpha - T(1) / beta) * at.theta + T(T(1) / beta) * at.psi;
}

/// θ′ = −βv − s, ψ′ = −s, where v = ∇𝒥(θ), or an element of D𝒥(θ).
template <class T>
DinState<T> din_velocity(const DinState<T>& at, const Vector<T>& v, const T& alpha, const T& beta) {
  const Vector<T> s = din_residual(at, alpha, beta);
  return {-(beta * v) - s, -s};
}

}  // namespace verigrad
