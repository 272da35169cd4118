// The gradient of the empirical risk f = (1/n) Σ fᵢ is the mean of the ∇fᵢ, and a uniform draw of i estimates it
// without bias. Mathematical Foundations of Data Sciences, (14.12) and (14.14).
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/problem/objective.hpp"

namespace verigrad::empirical_risk_gradient {

const Statement& statement();

/// A risk of the library on a table, and the same model on each row alone.
struct RiskInstance {
  ObjectivePtr f;
  std::vector<ObjectivePtr> parts;
  Vector<double> x;
  Vector<double> direction;
  double t;  ///< the gradient is judged along ε = t · direction

  bool rational() const { return f->rational(); }
  std::string describe() const;
};

/// Least squares, or logistic regression (y ∈ {−1, 1}ⁿ), on A with a ridge, which every part has too.
/// Throws std::invalid_argument as those do.
RiskInstance least_squares_risk(const Matrix<double>& a, const Vector<double>& y, double ridge);
RiskInstance logistic_risk(const Matrix<double>& a, const Vector<double>& y, double ridge);

/// There is a part, and ε ≠ 0.
bool hypotheses_hold(const RiskInstance& instance);

/// f = (1/n) Σ fᵢ, ∇f(x) = (1/n) Σ ∇fᵢ(x), and that this is the gradient:
/// μ‖ε‖²/2 ≤ f(x + ε) − f(x) − ⟨(1/n) Σ ∇fᵢ(x), ε⟩ ≤ L‖ε‖²/2.
Form<RiskInstance> conclusion();
/// (14.14) by enumeration: E ∇f_i = ∇f for one uniform draw, for the mean of two independent draws and of two different
/// draws, and E‖∇f_i − ∇f‖² = E‖∇f_i‖² − ‖∇f‖².
Form<RiskInstance> unbiased();
/// E ∇f_i = ∇f where i is drawn with probability proportional to i = 1 … n.
Form<RiskInstance> drawn_unevenly();
/// F = Σ fᵢ with (1/n) Σ ∇fᵢ for its gradient.
Form<RiskInstance> of_the_sum();
/// Wrong gradients.
Lines<RiskInstance> lines();

/// fᵢ(x) = weight |x − centre|, not differentiable at its centre, where gᵢ = weight · slope is one of the limits of
/// its derivatives, or between them.
struct Kinks {
  /// One fᵢ.
  struct Part {
    double weight, centre, slope;
  };
  std::vector<Part> parts;
  double x, z;

  bool rational() const { return true; }
  std::string describe() const;
};
/// Every weight is ≥ 0 and every slope in [−1, 1].
bool convex_kinks(const Kinks& instance);
/// f(z) ≥ f(x) + g(z − x) for g = (1/n) Σ gᵢ.
Form<Kinks> mean_of_subgradients();

}  // namespace verigrad::empirical_risk_gradient
