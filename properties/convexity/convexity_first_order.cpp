// MathDNN, Proposition 6.1: both directions of the equivalence on random members, the functions that attain it, every
// hypothesis dropped, planted mistakes.
#include "verigrad/theorem/convexity/convexity_first_order.hpp"

#include "verigrad/problem/huber.hpp"
#include "verigrad/problem/kink.hpp"
#include "verigrad/problem/piecewise_quadratic.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/pairs.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::convexity_first_order::properties {
namespace {

namespace theorem = convexity_first_order;

constexpr const char* stem = "convexity_first_order";

bool convex_and_decidable(const PairInstance& instance) {
  return theorem::hypotheses_hold(instance) && instance.decidable();
}

ObjectivePtr parabola(double curvature) { return make_objective(Quadratic(at(curvature), at(0))); }

/// f(x) = x²/2 up to 1, then bent down to a plateau from 2 on, less 1/2: its global minimum is at 0.
ObjectivePtr plateau() {
  return make_objective(PiecewiseQuadratic({.knots = {1, 2}, .slopes = {1, -1, 0}, .first_derivative = 1}));
}

Gen<ObjectivePtr> affine() {
  return gen::map(generate::piecewise_quadratic(gen::just(0.0), gen::just(0.0)),
                  [](const PiecewiseQuadratic::Data& data) { return make_objective(PiecewiseQuadratic(data)); });
}

/// At x = 0 of x²/2 a slope s ≠ ∇f(0) = 0 breaks (16) at y = s, however small s is.
void other_slopes_fail(const PairInstance& instance, Claims& claims) {
  for (int k = -40; k <= 4; ++k)
    for (const int sign : {-1, 1}) {
      const Vector<Number> s = exact(at(std::ldexp(sign, k)));
      claims.less("f(y) < f(0) + ⟨s, y⟩ at y = s", instance.f->over<Number>().value(s), squared_norm(s), k);
    }
}

/// (16) at x = 0 against y = −4 … 8, and (15) between the instance's points.
void first_order_at_0_only(const PairInstance& instance, Claims& claims) {
  for (int k = -16; k <= 32; ++k)
    theorem::first_order(PairInstance{instance.f, at(0), at(k / 4.0)}.pair<Number>(), claims);
  const auto p = instance.pair<Number>();
  const Number tau = exact(instance.tau), rest = 1 - tau;
  claims.at_most("f(z) ≤ τf(x) + (1 − τ)f(y)", instance.f->over<Number>().value(tau * p.x + rest * p.y),
                 tau * p.f_x + rest * p.f_y);
}

/// |x| at its kink with a slope in the place of ∇f(0), against y = 1.
InterpolationInstance kink(double slope) {
  return {"|x| at its kink", {.L = 1, .x = at(0), .y = at(1), .g_x = at(slope), .g_y = at(1), .f_x = 0, .f_y = 1}};
}

/// |x| between its kink and y, with a subgradient for ∇f(0).
PairInstance from_kink(double subgradient, double y) {
  return {.f = make_objective(Kink(-1, 1, subgradient)), .x = at(0), .y = at(y), .claimed_L = 1};
}

void subgradients(const PairInstance&, Claims& claims) {
  for (int k = -8; k <= 8; ++k)
    for (const double y : {-1.0, 1.0}) theorem::first_order(from_kink(k / 8.0, y).pair<Number>(), claims);
}

/// f = 0 on ]−2, −1[ and 1 on ]1, 2[: (15) on every segment of that domain, and ∇f = 0.
PairInstance two_pieces() {
  const PiecewiseQuadratic f({.knots = {-1, 0, 1}, .slopes = {0, 1, -1, 0}, .first_derivative = 0});
  return {make_objective(f), at(1.5), at(-1.5)};
}

std::vector<Check> on(const Gen<PairInstance>& instances) {
  return {sampled({stem, Kind::conclusion, "(15) on convex members"}, instances, convex_and_decidable,
                  theorem::convexity()),
          sampled({stem, Kind::conclusion, "(16) as printed"}, instances, convex_and_decidable,
                  theorem::conclusion<PairInstance>())};
}

}  // namespace

std::vector<Check> checks() {
  const auto pairs = generate::pair(generate::any_convex());
  std::vector<Check> checks = on(pairs);
  const auto any = [](const PairInstance&) { return true; };
  checks.push_back(sampled({stem, Kind::conclusion, "non-convex members break (15) and (16)"},
                           generate::across_downward_curvature(generate::any_non_convex()), any, theorem::violation()));
  checks.push_back(
      sampled({stem, Kind::sharp, "affine functions attain both"}, generate::pair(affine()), any, theorem::attained()));
  checks.push_back(examined({stem, Kind::sharp, "∇f(x) is the only slope"}, PairInstance{parabola(1), at(0), at(1)},
                            other_slopes_fail));
  checks.push_back(examined({stem, Kind::dropped, "⇒ without convexity", Verdict::fails},
                            PairInstance{parabola(-1), at(0), at(1)}, theorem::conclusion<PairInstance>()));
  checks.push_back(examined({stem, Kind::dropped, "⇐ with (16) at one x only", Verdict::fails},
                            PairInstance{plateau(), at(1), at(2)}, first_order_at_0_only));
  checks.push_back(examined({stem, Kind::dropped, "⇒ without a convex domain", Verdict::fails}, two_pieces(),
                            theorem::conclusion<PairInstance>()));
  checks.push_back(examined({stem, Kind::dropped, "⇒ without differentiability: slope 9/8 at a kink", Verdict::fails},
                            kink(1.125), theorem::conclusion<InterpolationInstance>()));
  checks.push_back(examined({stem, Kind::dropped, "not needed: (16) holds with every slope in [−1, 1] at a kink"},
                            from_kink(0, 1), subgradients));
  append(checks, planted_checks(stem, pairs, convex_and_decidable, theorem::lines()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (!theorem::applies_to(*f)) return {};
  return on(generate::pair(gen::just(f)));
}

}  // namespace verigrad::convexity_first_order::properties
