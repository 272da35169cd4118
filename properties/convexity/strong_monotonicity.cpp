// Stochastic gradient methods, (5.8): strong monotonicity and smoothness on random members, quadratics that attain both
// constants, every hypothesis dropped, planted mistakes.
#include "verigrad/theorem/convexity/strong_monotonicity.hpp"

#include "verigrad/problem/piecewise_quadratic.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/pairs.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/strongly_convex.hpp"

namespace verigrad::strong_monotonicity::properties {
namespace {

namespace theorem = strong_monotonicity;

constexpr const char* stem = "strong_monotonicity";

/// Spectrum (1, 4, 2, 1), rotated by I − vvᵀ/2 with v = (1, 1, 1, 1): (1, −1, −1, −1) is an eigenvector to 1 and
/// (−1, 1, −1, −1) one to 4.
HessianBoundsInstance along(const Vector<double>& eigenvector) {
  const auto J = make_objective(Quadratic(vector({1, 4, 2, 1}), {vector({1, 1, 1, 1})}, vector({0, 0, 0, 0})));
  const Vector<double> w2 = vector({1, 2, 3, 4});
  return {J, Vector<double>(w2 + eigenvector), w2};
}

/// hW²/2 between 0 and 1 under claimed bounds.
HessianBoundsInstance parabola(double h, Curvature claimed) {
  return {make_objective(Quadratic(vector({h}), vector({0}))), vector({1}), vector({0}), claimed};
}

/// J″ = 1 outside ]−1, 1[ and −9 inside: on the domain ℝ ∖ ]−1, 1[, ∇²J = 1.
HessianBoundsInstance across_a_gap() {
  const PiecewiseQuadratic J({.knots = {-1, 1}, .slopes = {1, -9, 1}, .first_derivative = 0});
  return {make_objective(J), vector({1}), vector({-1}), Curvature{1, 1}};
}

bool bounded_on_either_side(const HessianBoundsInstance& instance) {
  return instance.J->curvature().smooth() && instance.decidable();
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, generate::hessian_bounds(), theorem::hypotheses_hold,
              theorem::conclusion()),
      examined({stem, Kind::sharp, "α attained along the bottom eigenvector"}, along(vector({1, -1, -1, -1})),
               theorem::lower_attained()),
      examined({stem, Kind::sharp, "β attained along the top eigenvector"}, along(vector({-1, 1, -1, -1})),
               theorem::upper_attained()),
      examined({stem, Kind::dropped, "without ∇²J ≥ α", Verdict::fails}, parabola(1, {2, 3}), theorem::conclusion()),
      examined({stem, Kind::dropped, "without ∇²J ≤ β", Verdict::fails}, parabola(5, {1, 2}), theorem::conclusion()),
      examined({stem, Kind::dropped, "on a domain that is not convex", Verdict::fails}, across_a_gap(),
               theorem::conclusion()),
      sampled({stem, Kind::dropped, "without α > 0: it holds, convex or not"},
              generate::hessian_bounds(rc::gen::oneOf(generate::any_convex(), generate::any_non_convex())),
              bounded_on_either_side, theorem::conclusion()),
      sampled({stem, Kind::dropped, "without a continuous Hessian: it holds"},
              generate::hessian_bounds(generate::strongly_convex_piecewise()), theorem::hypotheses_hold,
              theorem::conclusion())};
  append(checks, planted_checks(stem, generate::hessian_bounds(), theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (f->curvature().lower <= 0) return {};
  return {sampled({stem, Kind::conclusion, "as printed"}, generate::hessian_bounds(rc::gen::just(f)),
                  theorem::hypotheses_hold, theorem::conclusion())};
}

}  // namespace verigrad::strong_monotonicity::properties
