// A state of the system (2.8) with everything that the proof of Theorem 2.10 speaks of.
#pragma once

#include "verigrad/theorem/inertial_newton/inertial_newton_rate.hpp"

namespace verigrad::inertial_newton_rate {

/// ‖r₁a + r₂b‖² + r₃‖b‖² and its bounds (2.35), with the squares that show them.
struct TwoSquares {
  TwoSquares(const Number& r1, const Number& r2, const Number& r3, const Vector<Number>& a, const Vector<Number>& b)
      : value(squared_norm(r1 * a + r2 * b) + r3 * squared_norm(b)),
        norm(squared_norm(a) + squared_norm(b)),
        C2(square(r1) + square(r2) + r3),
        C1(square(r1) * r3 / C2),
        above((squared_norm(square(r1) * a + r1 * r2 * b) + squared_norm(r1 * r2 * a + (square(r2) + r3) * b)) / C2),
        below(squared_norm(r2 * a - r1 * b) + r3 * squared_norm(a)) {}

  Number value, norm;
  Number C2;     ///< the trace of the form's matrix
  Number C1;     ///< its determinant over its trace
  Number above;  ///< value − C₁ norm
  Number below;  ///< C₂ norm − value
};

/// One state with a subgradient v, for all α, β > 0: w of the energy, velocities, and the rate of E.
struct Run {
  explicit Run(const Unknowns& u)
      : root_alpha(u.positive("√α")),
        root_beta(u.positive("√β")),
        alpha(square(root_alpha)),
        beta(square(root_beta)),
        g(alpha - 1 / beta),
        v(u.vector("v")),
        w(u.vector("w")),
        z(u.vector("z")),
        theta_velocity(-beta * v - w),
        psi_velocity(-w),
        w_velocity(g * theta_velocity + 1 / beta * psi_velocity),
        rate(2 * (1 + alpha * beta) * dot(v, theta_velocity) + 2 * dot(w, w_velocity)),
        friction(root_alpha * 1, root_alpha * beta, beta, w, v),
        gradient(1 + alpha * beta, g, 1 / square(beta), v, w) {}

  /// c₁ of (i).
  Number c1() const { return friction.C1 / (2 * gradient.C2); }
  /// ‖∂E‖² at the v of the solution: at least dist(0, ∂E)².
  Number squared_gradient() const { return 4 * gradient.value; }
  /// Another v′ ∈ ∂J less v: any vector orthogonal to θ′.
  Vector<Number> other() const { return squared_norm(theta_velocity) * z - dot(z, theta_velocity) * theta_velocity; }

  Number root_alpha, root_beta, alpha, beta, g;
  Vector<Number> v, w, z;
  Vector<Number> theta_velocity, psi_velocity, w_velocity;
  Number rate;          ///< dE/dt by the chain rule and the product rule
  TwoSquares friction;  ///< α‖w + βv‖² + β‖v‖² = −½ dE/dt
  TwoSquares gradient;  ///< ‖(1 + αβ)v + (α − 1/β)w‖² + ‖w/β‖²
};

/// (2.35), with its bounds' trace and determinant and with the eigenvalues; wrong bounds.
Form<Unknowns> bounds_of_claim();
Form<Unknowns> eigenvalues_of_claim();
Forms<Unknowns> planted_claims();
/// The rate of J from that of E = E_min + E_max, which both decrease, and that critical points of E are in S: what the
/// proof leaves out. Wrong forms of it.
Form<Unknowns> decrease_of_both();
Form<Unknowns> values_from_energies();
Form<Unknowns> critical_points();
Forms<Unknowns> planted_values();
/// The motion inside a wall solves (2.8) for β = 1, α = 0.
Form<Unknowns> motion_in_wall();

/// (2.36) at a subgradient v′, in θ′ = −βv′ − w and ψ′.
inline TwoSquares in_velocities(const Run& s, const Vector<Number>& theta_velocity) {
  const Number r1 = (1 + s.alpha * s.beta) / s.beta;
  return {r1, s.g - r1, 1 / square(s.beta), theta_velocity, s.psi_velocity};
}

}  // namespace verigrad::inertial_newton_rate
