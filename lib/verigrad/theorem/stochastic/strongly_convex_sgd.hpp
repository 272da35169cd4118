// Stochastic gradient descent on a strongly convex sum with τₖ = 1/(μ(k + 1)): E‖xₖ − x*‖² ≤ R/(k + 1).
// Mathematical Foundations of Data Sciences, Theorem 24.
#pragma once

#include <optional>

#include "verigrad/algorithm/stochastic_gradient.hpp"
#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/stochastic/law.hpp"

namespace verigrad::strongly_convex_sgd {

const Statement& statement();

/// A strongly convex sum, a start and so many steps.
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
  /// x* in place of the minimiser that f knows.
  std::optional<Vector<double>> x_star = {};
  /// i(0) at every step: each index uniform, and not independent of the others.
  bool one_draw = false;
  /// E by the recursion of the moments and C over a box that holds the points, in place of all sequences of indices:
  /// for affine ∇fᵢ.
  bool by_moments = false;

  bool rational() const { return f.rational(); }
  std::string describe() const;
};

/// The laws of x₀ … x_n, in rationals, equal points as one. Throws std::invalid_argument when f is not rational, a size
/// does not fit or n < 0.
std::vector<Law<Vector<Rational>>> laws(const StochasticInstance& instance);

/// max ‖∇fᵢ(x)‖² over all i and all points of the law.
Rational largest_squared_gradient(const FiniteSum& f, const Law<Vector<Rational>>& law);

/// E‖xₖ − x*‖², E f(xₖ) − f* and, over all i, max ‖∇fᵢ‖² on the smallest box that the steps from the box before lead
/// to, which in one dimension has xₖ at its ends; k = 0 … n.
struct Moments {
  std::vector<Rational> eps, gap, C2;
};
/// By the exact recursion of E yₖ and E yₖyₖᵀ, yₖ = xₖ − x*, for affine ∇fᵢ and a diagonal Hessian of each fᵢ. Throws
/// std::invalid_argument when a ∇fᵢ is not affine on −2e_j … 2e_j.
Moments moments(const StochasticInstance& instance);

/// f μ-strongly convex with a known minimiser, the text's steps, indices uniform and independent. C is by construction
/// the largest ‖∇fᵢ‖ at the points from which the method has stepped.
bool hypotheses_hold(const StochasticInstance& instance);
/// The same with f strongly convex only as the proof needs it: ⟨∇f(x), x − x*⟩ ≥ μ‖x − x*‖² at each x from which the
/// method steps, which is (14.17).
bool hypotheses_hold_at_points(const StochasticInstance& instance);

/// The quantities of the theorem for k = 0 … n.
struct Run {
  using Instance = StochasticInstance;
  explicit Run(const StochasticInstance& instance);
  /// By the laws of x₀ … x_n.
  Run(const StochasticInstance& instance, const std::vector<Law<Vector<Rational>>>& law);

  int n;
  Number mu, distance2;     ///< distance2 = ‖x₀ − x*‖²
  std::vector<Number> eps;  ///< E‖xₖ − x*‖²
  std::vector<Number> C2;  ///< max ‖∇fᵢ‖² over x₀ … xₖ₋₁, or over x₀ for k = 0: all that the bound for xₖ rests on
  Number all_C2;  ///< max ‖∇fᵢ‖² over x₀ … x_n

private:
  Run(const StochasticInstance& instance, std::vector<Number> eps, const std::vector<Rational>& largest_at);
  Run(const StochasticInstance& instance, const Moments& moments);
};

/// The same with the objective.
struct GapRun : Run {
  explicit GapRun(const StochasticInstance& instance);

  std::vector<Number> gap;  ///< E f(xₖ) − f*
};

/// x* and f(x*), of the instance or of f.
Minimum<Number> minimum_of(const StochasticInstance& instance);

/// The largest E‖xₖ − x*‖² that the corrected recursion allows, over C²/μ²: (k − Hₖ)/(k(k − 1)), Hₖ = 1 + … + 1/k, for
/// k ≥ 2. It is attained for every k.
Number best_factor(int k);

/// ((k + 1) E‖xₖ − x*‖²)² ≤ R² for k ≠ 1, R as printed: squared because ‖x₀ − x*‖ may be no fraction.
Form<StochasticInstance> conclusion();
/// The same for all k.
Form<StochasticInstance> conclusion_for_every_k();
/// E‖xₖ − x*‖² ≤ best_factor C²/μ² for k ≥ 2, ≤ C²/μ² − ‖x₀ − x*‖² for k = 1.
Form<StochasticInstance> best_conclusion();
/// E‖xₖ − x*‖² = best_factor C²/μ² at k = n.
Form<StochasticInstance> attained();

/// What holds in place of the printed bound at k = 1: E‖x₁ − x*‖² ≤ R, and E‖xₖ − x*‖² ≤ R/(k + 1) for all other k,
/// with ‖x₀ − x*‖² in R.
Form<StochasticInstance> every_k_corrected();
/// The displayed lines of the proof, the errata, and wrong forms of the conclusion.
Lines<StochasticInstance> lines();

/// n convex terms whose derivative jumps from −μw to μw at different places of [−w, w], within 2w/n, while f = μx²/2
/// exactly: all |fᵢ′| = max(μw, μ|x|) but on the ramps. The first `outer` terms share a ramp as wide as theirs
/// together, and so do the last: fewer iterates leave [−w, w]. n even; n, μ, w, outer such that knots and slopes are
/// doubles.
StochasticInstance staircase(int terms, double x0, int steps, double mu = 1, double width = 1, int outer = 1);

/// fᵢ′ = μ(x + w sᵢ(x)) with integer steps sᵢ that add to 0, so that f = μx²/2: from x₀ ∈ wℤ, kxₖ ∈ wℤ, equal points
/// are many, and all sequences of up to 15 draws can be run.
struct LatticeWalk {
  std::vector<int> knots;                ///< ascending, odd: sᵢ jumps at w · knot/16, linearly within w/256 of it
  std::vector<std::vector<int>> levels;  ///< sᵢ left of, between and right of the knots, for each i but the last
  int x0;                                ///< in units of w
  double mu = 1, width = 1;              ///< μ, w
  /// f₁′ rises by μw · bump and falls again within w/256 of w · bump_knot/16, where no xₖ is: f is not convex.
  int bump = 0, bump_knot = 1;
};
/// Throws std::invalid_argument when a list does not fit the knots, a knot is not odd, or steps > 15.
StochasticInstance lattice_sum(const LatticeWalk& lattice, int steps);

}  // namespace verigrad::strongly_convex_sgd
