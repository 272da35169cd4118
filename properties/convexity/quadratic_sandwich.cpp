// Stochastic gradient methods, (5.7): the quadratic sandwich on random members, quadratics that attain both constants,
// every hypothesis dropped, planted mistakes.
#include "verigrad/theorem/convexity/quadratic_sandwich.hpp"

#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/strongly_convex.hpp"

namespace verigrad::quadratic_sandwich::properties {
namespace {

namespace theorem = quadratic_sandwich;

constexpr const char* stem = "quadratic_sandwich";

/// Spectrum (1, 4, 2, 1), rotated by I − vvᵀ/2 with v = (1, 1, 1, 1): (1, −1, −1, −1) is an eigenvector to 1 and
/// (−1, 1, −1, −1) one to 4.
HessianBoundsInstance along(const Vector<double>& eigenvector) {
  const Vector<double> centre = vector({1, 2, 3, 4});
  const auto J = make_objective(Quadratic(vector({1, 4, 2, 1}), {vector({1, 1, 1, 1})}, centre));
  return {J, Vector<double>(centre + eigenvector), centre};
}

/// hW²/2 at W = 1 under claimed bounds.
HessianBoundsInstance parabola(double h, Curvature claimed) {
  return {make_objective(Quadratic(vector({h}), vector({0}))), vector({1}), vector({0}), claimed};
}

/// W²/2 at W = 0 with 1 taken for W*.
HessianBoundsInstance not_extremal() {
  return {make_objective(Quadratic(vector({1}), vector({0}))), vector({0}), vector({0}), {}, vector({1})};
}

/// W₁²/2 in two variables at (0, 1), with W* = 0.
HessianBoundsInstance valley() {
  return {make_objective(Quadratic(vector({1, 0}), vector({0, 0}))), vector({0, 1}), vector({0, 0})};
}

bool has_minimum(const HessianBoundsInstance& instance) { return instance.J->has_minimum(); }

std::vector<Check> conclusions(const Gen<HessianBoundsInstance>& instances) {
  return {sampled({stem, Kind::conclusion, "as printed"}, instances, theorem::hypotheses_hold, theorem::conclusion()),
          sampled({stem, Kind::conclusion, "unique minimiser"}, instances, theorem::hypotheses_hold,
                  theorem::unique_minimiser())};
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = conclusions(generate::hessian_bounds());
  append(
      checks,
      {examined({stem, Kind::sharp, "α/2 attained along the bottom eigenvector"}, along(vector({1, -1, -1, -1})),
                theorem::lower_attained()),
       examined({stem, Kind::sharp, "β/2 attained along the top eigenvector"}, along(vector({-1, 1, -1, -1})),
                theorem::upper_attained()),
       examined({stem, Kind::dropped, "without ∇²J ≥ α", Verdict::fails}, parabola(1, {2, 3}), theorem::conclusion()),
       examined({stem, Kind::dropped, "without ∇²J ≤ β", Verdict::fails}, parabola(5, {1, 2}), theorem::conclusion()),
       examined({stem, Kind::dropped, "without ∇J(W*) = 0", Verdict::fails}, not_extremal(), theorem::conclusion()),
       examined({stem, Kind::dropped, "without α > 0: no unique minimiser", Verdict::fails}, valley(),
                theorem::unique_minimiser()),
       sampled({stem, Kind::dropped, "without α > 0: the inequalities hold"},
               generate::hessian_bounds(generate::convex_smooth()), has_minimum, theorem::conclusion()),
       sampled({stem, Kind::dropped, "without a continuous Hessian: it holds"},
               generate::hessian_bounds(generate::strongly_convex_piecewise()), theorem::hypotheses_hold,
               theorem::conclusion())});
  append(checks, planted_checks(stem, generate::hessian_bounds(), theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (f->curvature().lower <= 0 || !f->has_minimum()) return {};
  return conclusions(generate::hessian_bounds(gen::just(f)));
}

}  // namespace verigrad::quadratic_sandwich::properties
