// Stochastic gradient descent on a strongly convex sum with τₖ = 1/(μ(k + 1)): E‖xₖ − x*‖² ≤ R/(k + 1).
// Mathematical Foundations of Data Sciences, Theorem 24.
#pragma once

#include <optional>

#include "verigrad/algorithm/stochastic_gradient.hpp"
#include "verigrad/theorem/form.hpp"
#include "verigrad/theorem/law.hpp"
#include "verigrad/theorem/statement.hpp"

namespace verigrad::strongly_convex_sgd {

const Statement& statement();

struct StochasticInstance {
  FiniteSum f;
  Vector<double> x0;
  double mu;  ///< the strong convexity that is claimed of f
  int n;      ///< steps
  /// Step sizes in place of 1/(μ(k + 1)).
  std::optional<StepSizes> steps = {};
  /// The probability of each index, in place of 1/n each.
  std::vector<double> probabilities = {};
  /// A bound on the ‖∇fᵢ‖² to claim in place of the largest that the method meets.
  std::optional<double> claimed_C2 = {};

  bool rational() const { return f.rational(); }
  std::string describe() const;
};

/// The laws of x₀ … x_n, in rationals, equal points as one. Throws std::invalid_argument when f is not rational, a size
/// does not fit or n < 0.
std::vector<Law<Vector<Rational>>> laws(const StochasticInstance& instance);

/// max ‖∇fᵢ(x)‖² over all i and all points of the law.
Rational largest_squared_gradient(const FiniteSum& f, const Law<Vector<Rational>>& law);

/// f μ-strongly convex with a known minimiser, the text's steps, indices uniform and independent. C is by construction
/// the largest ‖∇fᵢ‖ at the points from which the method has stepped.
bool hypotheses_hold(const StochasticInstance& instance);

/// The quantities of the theorem for k = 0 … n.
template <class T>
struct Run {
  using Instance = StochasticInstance;
  explicit Run(const StochasticInstance& instance);

  int n;
  T mu, distance2;     ///< distance2 = ‖x₀ − x*‖²
  std::vector<T> eps;  ///< E‖xₖ − x*‖²
  std::vector<T> gap;  ///< E f(xₖ) − f*
  std::vector<T> C2;  ///< max ‖∇fᵢ‖² over x₀ … xₖ₋₁, or over x₀ for k = 0: all that the bound for xₖ rests on
  T all_C2;  ///< max ‖∇fᵢ‖² over x₀ … x_n
};

/// The largest E‖xₖ − x*‖² that the corrected recursion allows, over C²/μ²: (k − Hₖ)/(k(k − 1)), Hₖ = 1 + … + 1/k, for
/// k ≥ 2. It is attained for every k.
template <class T>
T best_factor(int k);

/// ((k + 1) E‖xₖ − x*‖²)² ≤ R² for k ≠ 1, R as printed: squared because ‖x₀ − x*‖ may be no fraction.
Form<StochasticInstance> conclusion();
/// The same for all k.
Form<StochasticInstance> conclusion_for_every_k();
/// E‖xₖ − x*‖² ≤ best_factor C²/μ² for k ≥ 2, ≤ C²/μ² − ‖x₀ − x*‖² for k = 1.
Form<StochasticInstance> best_conclusion();
/// E‖xₖ − x*‖² = best_factor C²/μ² at k = n.
Form<StochasticInstance> attained();

/// The displayed lines of the proof that hold, keys as in statement().steps.
Forms<StochasticInstance> steps();
/// The false printed forms, and those that replace them, keys as in statement().errata.
Forms<StochasticInstance> errata();
Forms<StochasticInstance> corrected();
/// Wrong forms of the conclusion that every check of it must reject.
Forms<StochasticInstance> planted();

/// n convex terms whose derivative jumps from −μw to μw at different places of [−w, w], within 2w/n, while f = μx²/2
/// exactly: all |fᵢ′| = max(μw, μ|x|) but on the ramps. The first `outer` terms share a ramp as wide as theirs
/// together, and so do the last: fewer iterates leave [−w, w]. n even; n, μ, w, outer such that knots and slopes are
/// doubles.
StochasticInstance staircase(int terms, double x0, int steps, double mu = 1, double width = 1, int outer = 1);

}  // namespace verigrad::strongly_convex_sgd
