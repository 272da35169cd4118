// MathDNN, Proposition 6.4: the gradient at the minimum of random members, convex or not, its quantitative form and
// what attains it, every hypothesis dropped, planted mistakes.
#include "verigrad/theorem/convexity/stationarity_at_minimum.hpp"

#include "verigrad/number/sign.hpp"
#include "verigrad/problem/absolute.hpp"
#include "verigrad/problem/piecewise_quadratic.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/pairs.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/theorem/convexity/pair_instance.hpp"

namespace verigrad::stationarity_at_minimum::properties {
namespace {

namespace theorem = stationarity_at_minimum;

constexpr const char* stem = "stationarity_at_minimum";

/// For an f beyond the rationals, both sides of the quantitative form may be one number: x must not be stationary.
bool bound_is_decidable(const MinimumInstance& instance) {
  if (!theorem::hypotheses_hold(instance)) return false;
  const Ball::Precision precision(256);
  const Vector<Ball> gradient = instance.f->over<Ball>().gradient(exact<Ball>(instance.x));
  return instance.rational() || certainly_less(Ball(0), squared_norm(gradient));
}

/// hx²/2 at the point x, with x* = 0.
MinimumInstance parabola(double h, double x) { return {make_objective(Quadratic(at(h), at(0))), at(1), at(x)}; }

/// f(x) = x²/2 with a point in the place of its minimiser.
MinimumInstance parabola_at(double reference) {
  MinimumInstance instance = parabola(1, 0);
  instance.reference = at(reference);
  return instance;
}

/// f″ = 4 up to −1, −4 up to 1, 4 beyond, f′(−1) = 5: local minima at −9/4 and at x = 7/4, the left one global.
MinimumInstance local_minimum() {
  const PiecewiseQuadratic f({.knots = {-1, 1}, .slopes = {4, -4, 4}, .first_derivative = 5});
  return {.f = make_objective(f), .v = at(0.5), .x = at(-2.25), .reference = at(1.75)};
}

/// f(x) = x with 0 for x*.
MinimumInstance identity_function() {
  const PiecewiseQuadratic f({.knots = {0}, .slopes = {0, 0}, .first_derivative = 1});
  return {.f = make_objective(f), .v = at(1), .x = at(1), .reference = at(0)};
}

/// 0 is the minimum of f(x) = x over [0, 1].
void on_unit_interval(const MinimumInstance& instance, Claims& claims) {
  const ObjectiveOver<Number>& f = instance.f->over<Number>();
  const Minimum<Number> minimum = instance.minimum();
  for (int k = 0; k <= 8; ++k) claims.at_most("f(0) ≤ f(k/8)", minimum.f_star, f.value(exact(at(k / 8.0))), k);
  claims.equal("∇f(x*) = 0", f.gradient(minimum.x_star)[0], 0, 0);
}

/// |x| from its minimum 0 to ±1.
PairInstance kink(double side) {
  return {.f = make_objective(Absolute(at(1), at(0))), .x = at(0), .y = at(side), .claimed_L = 1};
}

/// The one-sided derivative of |x| at 0, which is its difference quotient, against the given value.
template <int expected>
void one_sided(const PairInstance& instance, Claims& claims) {
  const auto p = instance.pair<Number>();
  claims.at_most("f(0) ≤ f(y)", p.f_x, p.f_y);
  claims.equal("one-sided derivative at 0", (p.f_y - p.f_x) / (p.y[0] - p.x[0]), expected);
}

std::vector<Check> dropped() {
  return {
      examined({stem, Kind::dropped, "without a minimum at x*", Verdict::fails}, parabola_at(1), theorem::conclusion()),
      examined({stem, Kind::dropped, "not needed: a local minimum is enough"}, local_minimum(),
               theorem::local_is_enough()),
      examined({stem, Kind::dropped, "without differentiability: |x|", Verdict::fails}, kink(1), one_sided<0>),
      examined({stem, Kind::dropped, "|x| has one-sided derivative 1 at its minimum"}, kink(1), one_sided<1>),
      examined({stem, Kind::dropped, "|x| has one-sided derivative −1 at its minimum"}, kink(-1), one_sided<-1>),
      examined({stem, Kind::dropped, "without the whole of ℝᵐ: x on [0, 1]", Verdict::fails}, identity_function(),
               on_unit_interval)};
}

std::vector<Check> conclusions(const Gen<MinimumInstance>& instances) {
  return {sampled({stem, Kind::conclusion, "as printed"}, instances, theorem::hypotheses_hold, theorem::conclusion()),
          sampled({stem, Kind::conclusion, "‖∇f(x)‖² ≤ 2L(f(x) − f*), not printed"}, instances, bound_is_decidable,
                  theorem::gradient_bound())};
}

}  // namespace

std::vector<Check> checks() {
  const auto instances = generate::at_minimum(generate::any_with_minimum());
  std::vector<Check> checks = conclusions(instances);
  checks.push_back(
      examined({stem, Kind::sharp, "‖∇f(x)‖² = 2L(f(x) − f*) for a parabola"}, parabola(4, 3), theorem::attained()));
  append(checks,
         {sampled({stem, Kind::conclusion, "the minimum lies in the enclosure that ships, not printed"},
                  generate::at_minimum(generate::ridge_regression()), theorem::strongly_convex, theorem::enclosed()),
          examined({stem, Kind::sharp, "a parabola's minimum ends its enclosure"}, parabola(2, 4),
                   theorem::enclosed_by_its_ends())});
  append(checks, dropped());
  append(checks, planted_checks(stem, instances, bound_is_decidable, theorem::lines()));
  checks.push_back(examined({stem, Kind::planted, "rejects a point 2⁻⁴⁰ beside the minimiser", Verdict::fails},
                            parabola_at(std::ldexp(1, -40)), theorem::conclusion()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (!theorem::applies_to(*f)) return {};
  return conclusions(generate::at_minimum(gen::just(f)));
}

}  // namespace verigrad::stationarity_at_minimum::properties
