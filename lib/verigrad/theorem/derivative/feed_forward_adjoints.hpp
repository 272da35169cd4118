// Gradients of feed-forward architectures: zₖ₋₁ = [∂ₓfₖ]ᵀzₖ and ∇_{θₖ₋₁}f = [∂_θfₖ]ᵀzₖ, multilayer perceptrons, and the
// adjoint ODE in the limit of small steps. MFDS, section 14.3.6.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/network/activation.hpp"
#include "verigrad/theorem/derivative/architecture_instance.hpp"

namespace verigrad::feed_forward_adjoints {

const Statement& statement();

/// xₖ = ρ(θₖ₋₁xₖ₋₁) without biases, L = ½‖x_t − c‖².
struct Perceptron {
  Activation rho;
  Vector<double> x0;
  std::vector<Matrix<double>> theta;
  Vector<double> c;

  bool rational() const { return is_rational(rho); }
  std::string describe() const;
};

/// ẋ = Ax + Bθ from x₀ up to T with constant θ, L = ½‖x(T) − c‖², and Euler's scheme with N steps.
struct LinearFlow {
  Matrix<double> a, b;
  Vector<double> x0, theta, c;
  double T;
  int steps;

  bool rational() const { return false; }
  std::string describe() const;
};

/// ẋ₁ = θ₁(t) + pt, ẋ₂ = θ₂(t)x₁² + qtx₁ from x₀ up to T with θ(t) = θ⁰ + θ¹t, in the direction φ(t) = φ⁰ + φ¹t,
/// L = ½‖x(T) − c‖²: all are polynomials. All vectors have 2 entries.
struct PolynomialFlow {
  Vector<double> x0, theta0, theta1, phi0, phi1, c;
  double p, q, T;

  bool rational() const { return true; }
  std::string describe() const;
};

/// f depends on some parameter at all: elsewhere every claim is 0 = 0.
bool depends_on_parameters(const ArchitectureInstance& instance);

/// The recursion (14.23) for k = t, …, 1 gives the gradient in every θₖ and every xₖ: that of the whole graph by tape
/// and by dual numbers.
Form<ArchitectureInstance> conclusion();
/// The recursion gives the gradient of the library's dense network, whose biases are 0.
Form<Perceptron> shipped_gradient();
/// The range of k, and mistakes to reject in (14.23). In place of the printed range, step k = t is the gradient of L ∘
/// f_t, and the range goes on from it.
Lines<ArchitectureInstance> lines();
/// The formulas for [∂ₓfₖ]ᵀ and [∂_θfₖ]ᵀ.
Lines<Perceptron> perceptron_lines();
/// What Euler's architecture makes of (14.23).
Lines<EulerInstance> euler_lines();
/// The adjoint ODE and the gradient in θ(t) where u is linear.
Lines<LinearFlow> flow_lines();
/// The same where u is not linear and θ depends on t.
Lines<PolynomialFlow> polynomial_lines();
/// Euler's architecture tends to them.
Lines<LinearFlow> limit_lines();

/// (14.23) with every Jacobian at x₀ in place of xₖ₋₁, where dimensions allow.
Form<ArchitectureInstance> stale_states();
/// ∇_{θ₀}f is the derivative along a common θ = θ₀ = … = θ_{t−1}, which is the sum of all ∇_{θₖ}f.
Form<ArchitectureInstance> shared_parameters();
/// z(t) = ∇_{x(t)}f for the solution of the adjoint ODE with twice the end value.
Form<PolynomialFlow> another_end_value();
/// ρ(θx) moves linearly by a step of 1 in θ: false at a kink. One layer.
Form<Perceptron> linear_in_theta();

}  // namespace verigrad::feed_forward_adjoints
