// A function at a point, with a Lipschitz constant of its Hessian and a step size: what statements about curvature
// steps speak of.
#pragma once

#include <string>

#include "verigrad/problem/objective.hpp"

namespace verigrad {

/// 𝒥 at θ and at θ − γ∇𝒥(θ).
struct CurvatureInstance {
  ObjectivePtr J;
  double rho;  ///< ‖∇²𝒥(x) − ∇²𝒥(y)‖ ≤ ρ‖x − y‖ for all x, y
  Vector<double> theta;
  double gamma;  ///< > 0

  bool rational() const { return J->rational(); }
  std::string describe() const;
};

/// γ > 0, ∇𝒥(θ) ≠ 0, and sizes fit.
bool moves(const CurvatureInstance& instance);
/// The same, and ⟨∇²𝒥∇𝒥, ∇𝒥⟩ > 0 at θ.
bool moves_in_convex_direction(const CurvatureInstance& instance);

/// The quantities at θ, in the text's letters.
struct CurvatureRun {
  using Instance = CurvatureInstance;
  explicit CurvatureRun(const CurvatureInstance& instance);

  Number value_along(const Number& step) const { return J.value(theta - step * g); }
  /// J(θ) − γ‖g‖² + γ²c/2: (4.2) for d = −∇𝒥(θ).
  Number model(const Number& step) const { return J.value(theta) - step * squares + square(step) * c / 2; }

  const ObjectiveOver<Number>& J;
  Number rho, gamma;
  Vector<Number> theta;
  Vector<Number> g;        ///< ∇𝒥(θ)
  Vector<Number> C;        ///< ∇²𝒥(θ)∇𝒥(θ)
  Number squares, c;       ///< ‖∇𝒥(θ)‖², ⟨C, ∇𝒥(θ)⟩
  Vector<Number> moved;    ///< Δθ, by a step of gradient descent
  Vector<Number> varied;   ///< Δg
  Number moved2, product;  ///< ‖Δθ‖², ⟨Δθ, Δg⟩
};

/// f = Σ aⱼxʲ at x, with ρ the Lipschitz constant of f″ that is claimed.
CurvatureInstance polynomial(const Vector<double>& a, double rho, double x, double gamma);

}  // namespace verigrad
