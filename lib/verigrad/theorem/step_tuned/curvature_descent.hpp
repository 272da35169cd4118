// Gradient descent with curvature steps over the whole sum: the step of Barzilai and Borwein, scaled, where it is
// positive. Thesis, (4.8), (4.16) and Algorithm 2.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/problem/objective.hpp"

namespace verigrad::curvature_descent {

const Statement& statement();

/// 𝒥, a start, the parameters and so many steps.
struct DescentRunInstance {
  ObjectivePtr J;  ///< rational
  Vector<double> theta0;
  double alpha, nu;
  int n;  ///< steps

  bool rational() const { return J->rational(); }
  std::string describe() const;
};

/// α > 0, ν > 0, n ≥ 1, and sizes fit.
bool hypotheses_hold(const DescentRunInstance& instance);
/// The same, and 𝒥 is a quadratic with ∇𝒥(θₖ) ≠ 0 for k < n and positive curvature along each.
bool convex_quadratic(const DescentRunInstance& instance);

/// The shipped θₖ and γₖ are those of the printed lines, whose differences are of points and of gradients.
Form<DescentRunInstance> conclusion();
/// On quadratics, γₖ is γ(θₖ₋₁) of (4.5).
Form<DescentRunInstance> previous_curvature();
/// With α = 1 on hθ²/2, θ₂ is the minimiser.
Form<DescentRunInstance> two_steps();
/// Each step falls: 𝒥(θₖ₊₁) ≤ 𝒥(θₖ).
Form<DescentRunInstance> monotone();

/// The printed lines, and wrong forms.
Lines<DescentRunInstance> lines();

}  // namespace verigrad::curvature_descent
