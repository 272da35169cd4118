// Finite differences: (f(x + εδ₁) − f(x), …, f(x + εδ_p) − f(x))/ε ≈ ∇f(x) from p + 1 evaluations. MFDS,
// section 14.3.1.
#pragma once

#include <optional>

#include "verigrad/claim/lines.hpp"
#include "verigrad/problem/objective.hpp"

namespace verigrad::finite_differences {

const Statement& statement();

/// An objective at a point, and ε.
struct DifferenceInstance {
  ObjectivePtr f;
  Vector<double> x;
  double epsilon;
  std::optional<double> claimed_L = {};  ///< in place of the objective's own

  double L() const { return claimed_L.value_or(f->curvature().smoothness()); }
  bool rational() const { return f->rational(); }
  std::string describe() const;
};

/// f(z) = Σ aⱼzʲ at x, by Horner's scheme, with ε = 2⁻ᵏ.
struct PolynomialInstance {
  Vector<double> a;
  double x;
  int k;

  int degree() const { return int(a.size()) - 1; }
  bool rational() const { return true; }
  std::string describe() const;
};

/// ∇f is L-Lipschitz everywhere, and ε > 0.
bool hypotheses_hold(const DifferenceInstance& instance);
bool smooth(const DifferenceInstance& instance);
/// 2 ≤ k ≤ 60, degree ≤ 8, and x and every aⱼ are 0 or between 2⁻⁶⁰ and 2²⁰ in size: nothing over- or underflows.
bool hypotheses_hold(const PolynomialInstance& instance);

/// "≈" made a bound: |(f(x + εδₖ) − f(x))/ε − ∂f/∂xₖ| ≤ |ε|L/2 for each k, from p + 1 evaluations.
Form<DifferenceInstance> conclusion();
/// The bound as an equality in every entry: f = L/2 ‖x‖².
Form<DifferenceInstance> attained();

/// In double, with u = 2⁻⁵³: |q̂ − f′(x)| ≤ εM₂/2 + uM₁ + (1 + u)(2E + u(|x| + ε)M₁)/ε, where E bounds the rounding
/// of Horner's scheme, and M₁, M₂ bound |f′|, |f″| for |z| ≤ |x| + ½.
Form<PolynomialInstance> rounded();
/// Without the rounding part: false in double.
Form<PolynomialInstance> truncation_only();
/// q̂ in double at ε = 2⁻², …, 2⁻⁶⁰.
double in_double(const PolynomialInstance& instance);
/// The k at which εM₂/2 + 2E′/ε is least over powers of two, E′ = E + u(|x| + ½)M₁/2.
int best_exponent(const PolynomialInstance& instance);

/// Mistakes to reject in the bound, and in the count of evaluations.
Lines<DifferenceInstance> lines();
/// What lies behind "≈" on polynomials, and mistakes to reject.
Lines<PolynomialInstance> polynomial_lines();

}  // namespace verigrad::finite_differences
