// DIN linearised at a stationary point, where the Hessian H of 𝒥 is all that matters: (θ, ψ)′ = Jac_G (θ, ψ), and what
// it becomes on the coordinates along one eigenvector of H. Thesis, (3.5) to (3.9).
#pragma once

#include "verigrad/claim/unknowns.hpp"
#include "verigrad/theorem/inertial_newton/spectral_instance.hpp"

namespace verigrad {

/// 𝒥(θ) = λθ²/2.
SpectralInstance in_one_dimension(double lambda, double alpha, double beta);

/// M_p = (−(α − 1/β) − βλ, −1/β; −(α − 1/β), −1/β), as printed.
struct DinBlock {
  Number alpha, beta, lambda;

  Number theta_theta() const { return psi_theta() - beta * lambda; }
  Number theta_psi() const { return -(1 / beta); }
  Number psi_theta() const { return -(alpha - 1 / beta); }
  Number psi_psi() const { return -(1 / beta); }
  Number trace() const { return theta_theta() + psi_psi(); }
  Number determinant() const { return theta_theta() * psi_psi() - theta_psi() * psi_theta(); }
  /// α + βλ.
  Number damping() const { return alpha + beta * lambda; }
  /// (3.8).
  Number characteristic(const Number& X) const { return square(X) + damping() * X + lambda; }
  /// (3.9).
  Number discriminant() const { return square(damping()) - 4 * lambda; }
};

/// V = λx² + ½v² + ½(v + bx)² for x = ⟨e, θ⟩, v = x′, b = α + βλ: for λ, b > 0, V′ = −b(v² + λx²) ≤ −κV.
struct DinLyapunov {
  explicit DinLyapunov(const DinBlock& block) : lambda(block.lambda), b(block.damping()) {}
  Number value(const Number& x, const Number& v) const {
    return lambda * square(x) + square(v) / 2 + square(v + b * x) / 2;
  }
  /// V′ where x′ = x_rate and v′ = v_rate, by the chain rule.
  Number rate(const Number& x, const Number& v, const Number& x_rate, const Number& v_rate) const {
    return 2 * lambda * x * x_rate + v * v_rate + (v + b * x) * (v_rate + b * x_rate);
  }
  Number kappa() const { return 2 * b * lambda / (3 * lambda + 2 * square(b)); }

  Number lambda, b;
};

/// The matrix of the velocity that DIN has for 𝒥 = ½⟨θ, Hθ⟩, column by column.
Matrix<Number> din_matrix(const Matrix<Number>& H, const Number& alpha, const Number& beta);

/// The parts of a state along an eigenvector e of H and across it, and the velocity there, in any inner-product space.
struct DinAlong {
  /// θ = xe + …, ψ = ye + …, ∇𝒥(θ) = λxe + …, the rests any vectors that are orthogonal to e.
  DinAlong(const Unknowns& unknowns, const DinBlock& block, const Number& x, const Number& y);

  /// ⟨e, ·⟩ of the velocity.
  Number theta_rate() const { return dot(e, velocity_theta); }
  Number psi_rate() const { return dot(e, velocity_psi); }

  Vector<Number> e;
  Number norm2;  ///< ‖e‖²
  Vector<Number> velocity_theta, velocity_psi;
};

}  // namespace verigrad
