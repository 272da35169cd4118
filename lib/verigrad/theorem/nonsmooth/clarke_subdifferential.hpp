// The Clarke subdifferential ∂J, the sum DJ = Σ ∂Jₙ that contains it, and D-critical points that are not critical.
// INNA, Definition 2.2 and section 2.3.3.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/nonsmooth/kinked_sum.hpp"

namespace verigrad::clarke_subdifferential {

const Statement& statement();

/// A sum of kinked terms of one variable, at a point.
struct SumInstance {
  KinkedTerms terms;
  double x;

  bool rational() const { return true; }
  std::string describe() const;
};

/// Terms of one variable.
bool hypotheses_hold(const SumInstance& instance);
/// No term has its kink at x; no term bends down anywhere.
bool smooth_there(const SumInstance& instance);
bool convex(const SumInstance& instance);

/// Σ Jₙ(t) = |t| and −|t|, the text's example.
SumInstance text_example();

/// ∂J(x) ⊂ DJ(x).
Form<SumInstance> conclusion();
/// 0 ∈ ∂J(x), which 0 ∈ DJ(x) does not imply.
Form<SumInstance> converse();
/// ∂J(x) = DJ(x), and both are {J′(x)}: where smooth_there.
Form<SumInstance> equal_where_smooth();
/// ∂J(x) = DJ(x), and both are the subdifferential (1.14): where convex.
Form<SumInstance> equal_if_convex();
/// ∂J(x) = DJ(x), without the conditions.
Form<SumInstance> sum_rule();
/// ∂J(0) = {0}, DJ(0) = [−2, 2], ∂|·|(0) = ∂(−|·|)(0) = [−1, 1], and no v has −|y| ≥ vy for y = ±1.
Form<SumInstance> example();
/// The limits of J′ at x from both sides, of (2.7), from values of J; wrong forms of DJ.
Lines<SumInstance> lines();

/// INNA's exact steps from θ₀ = 0, ψ₀ = (1 − αβ)θ₀ + offset on J₁ = s₁|t|, J₂ = bt − s₂|t|.
struct KinkInstance {
  double s1, s2, b, alpha, beta, gamma;
  int steps;
  double offset = 0;

  bool rational() const { return true; }
  std::string describe() const;
};

/// α ≥ 0, β, γ > 0, 0 ∈ DJ(0), 0 ∉ ∂J(0), ψ₀ = (1 − αβ)θ₀.
bool inna_hypotheses_hold(const KinkInstance& instance);
/// With v = 0 ∈ DJ(0), INNA stays; with any v ∈ ∂J(0), |θ₁ − θ₀| ≥ γβ dist(0, ∂J(0)) > 0.
Form<KinkInstance> inna_stays();
/// The least move is taken: v is the end of ∂J(0) near 0.
Form<KinkInstance> least_move();
/// Wrong moves.
Lines<KinkInstance> inna_lines();

}  // namespace verigrad::clarke_subdifferential
