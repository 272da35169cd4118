// Right-hand sides of the momentum systems and of the continuous ADAM system. The gradient enters as a value, so that
// it may be a vector of numbers or of formulas. Stochastic gradient methods, section 5.2.
#pragma once

#include "verigrad/number/eigen.hpp"

namespace verigrad {

/// A state (W, Z), or its velocity (W′, Z′).
template <class T>
struct Phase {
  Vector<T> w, z;
};

/// (5.16) with gradient = ∇J(W), and (5.19) with gradient = ∇J(W + νZ): W′ = Z, Z′ = −gradient.
template <class T>
Phase<T> momentum_velocity(const Vector<T>& z, const Vector<T>& gradient) {
  return {z, -gradient};
}

/// (5.21): W′ = Z, Z′ = −∇J(W) − νZ/root, where root = √(|Z|² + ε).
template <class T>
Phase<T> friction_velocity(const Vector<T>& z, const Vector<T>& gradient, const T& nu, const T& root) {
  return {z, -gradient - T(nu / root) * z};
}

/// (5.22): W′ = Z, Z′ = −(∇J(W) + Z)/ε.
template <class T>
Phase<T> relaxation_velocity(const Vector<T>& z, const Vector<T>& gradient, const T& epsilon) {
  return {z, -(T(T(1) / epsilon) * (gradient + z))};
}

/// One coordinate of (5.23): a state (W, Z, D), or its velocity.
template <class T>
struct AdamCoordinate {
  T w, z, d;
};

/// W′ = Z/√D, Z′ = −(g + Z)/ε₁, D′ = (g² − D)/ε₂, where g is this coordinate of ∇J(W) and root = √D > 0.
template <class T>
AdamCoordinate<T> adam_velocity(const T& z, const T& root, const T& g, const T& eps1, const T& eps2) {
  return {z / root, -(g + z) / eps1, (square(g) - square(root)) / eps2};
}

}  // namespace verigrad
