// A state of the system (2.8) with everything that the proof of Theorem 2.10 speaks of.
#pragma once

#include "verigrad/theorem/inertial_newton/inertial_newton_rate.hpp"

namespace verigrad::inertial_newton_rate {

/// ‖r₁a + r₂b‖² + r₃‖b‖² and its bounds (2.35), with the squares that show them.
template <class T>
struct TwoSquares {
  TwoSquares(const T& r1, const T& r2, const T& r3, const Vector<T>& a, const Vector<T>& b)
      : value(squared_norm<T>(r1 * a + r2 * b) + r3 * squared_norm(b)),
        norm(squared_norm(a) + squared_norm(b)),
        C2(square(r1) + square(r2) + r3),
        C1(square(r1) * r3 / C2),
        above((squared_norm<T>(square(r1) * a + r1 * r2 * b) + squared_norm<T>(r1 * r2 * a + (square(r2) + r3) * b)) /
              C2),
        below(squared_norm<T>(r2 * a - r1 * b) + r3 * squared_norm(a)) {}

  T value, norm;
  T C2;     ///< the trace of the form's matrix
  T C1;     ///< its determinant over its trace
  T above;  ///< value − C₁ norm
  T below;  ///< C₂ norm − value
};

template <class T>
struct State {
  explicit State(Unknowns<T>& u)
      : root_alpha(u.positive("√α")),
        root_beta(u.positive("√β")),
        alpha(square(root_alpha)),
        beta(square(root_beta)),
        g(alpha - T(1) / beta),
        v(u.vector("v")),
        w(u.vector("w")),
        z(u.vector("z")),
        theta_velocity(-beta * v - w),
        psi_velocity(-w),
        w_velocity(g * theta_velocity + T(1) / beta * psi_velocity),
        rate(T(2) * (T(1) + alpha * beta) * dot<T>(v, theta_velocity) + T(2) * dot<T>(w, w_velocity)),
        friction(root_alpha * T(1), root_alpha * beta, beta, w, v),
        gradient(T(1) + alpha * beta, g, T(1) / square(beta), v, w) {}

  /// c₁ of (i).
  T c1() const { return friction.C1 / (T(2) * gradient.C2); }
  /// ‖∂E‖² at the v of the solution: at least dist(0, ∂E)².
  T squared_gradient() const { return T(4) * gradient.value; }
  /// Another v′ ∈ ∂J less v: any vector orthogonal to θ′.
  Vector<T> other() const { return squared_norm(theta_velocity) * z - dot<T>(z, theta_velocity) * theta_velocity; }

  T root_alpha, root_beta, alpha, beta, g;
  Vector<T> v, w, z;
  Vector<T> theta_velocity, psi_velocity, w_velocity;
  T rate;                  ///< dE/dt by the chain rule and the product rule
  TwoSquares<T> friction;  ///< α‖w + βv‖² + β‖v‖² = −½ dE/dt
  TwoSquares<T> gradient;  ///< ‖(1 + αβ)v + (α − 1/β)w‖² + ‖w/β‖²
};

/// (2.36) at a subgradient v′, in θ′ = −βv′ − w and ψ′.
template <class T>
TwoSquares<T> in_velocities(const State<T>& s, const Vector<T>& theta_velocity) {
  const T r1 = (T(1) + s.alpha * s.beta) / s.beta;
  return {r1, s.g - r1, T(1) / square(s.beta), theta_velocity, s.psi_velocity};
}

}  // namespace verigrad::inertial_newton_rate
