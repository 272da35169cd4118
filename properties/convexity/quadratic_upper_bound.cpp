// MathDNN, Proposition 6.2: the quadratic upper bound on convex and non-convex members and on interpolation data, what
// attains it, every hypothesis dropped, planted mistakes.
#include "verigrad/theorem/convexity/quadratic_upper_bound.hpp"

#include "verigrad/problem/absolute.hpp"
#include "verigrad/problem/huber.hpp"
#include "verigrad/problem/piecewise_quadratic.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/pairs.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::quadratic_upper_bound::properties {
namespace {

namespace theorem = quadratic_upper_bound;

constexpr const char* stem = "quadratic_upper_bound";

constexpr auto any = [](const auto&) { return true; };

bool hypotheses_hold_decidably(const PairInstance& instance) {
  return theorem::hypotheses_hold(instance) && instance.decidable();
}

/// hx²/2 under a claim on L, between 0 and 1.
PairInstance parabola(double h, double claimed_L) {
  return {.f = make_objective(Quadratic(at(h), at(0))), .x = at(0), .y = at(1), .claimed_L = claimed_L};
}

/// f(x) = 3x, with the L = 0 that the text excludes.
PairInstance affine() {
  return {.f = make_objective(PiecewiseQuadratic({.knots = {0}, .slopes = {0, 0}, .first_derivative = 3})),
          .x = at(-1),
          .y = at(5),
          .claimed_L = 0};
}

/// Huber's function with δ = 1, weight 3, between two points of its parabola.
PairInstance inside_huber() { return {make_objective(Huber(at(3), 1, at(0))), at(-0.75), at(1)}; }

/// |x| from its kink, with ∇f(0) = 0.
PairInstance kink() { return {.f = make_objective(Absolute(at(1), at(0))), .x = at(0), .y = at(0.25), .claimed_L = 1}; }

/// f = 0 on ]−2, −1[ and 10 on ]1, 2[: ∇f = 0 is Lipschitz with any L there, and the segment leaves the domain.
PairInstance two_pieces() {
  const PiecewiseQuadratic f({.knots = {-1, 0, 1}, .slopes = {0, 10, -10, 0}, .first_derivative = 0});
  return {.f = make_objective(f), .x = at(-1.5), .y = at(1.5), .claimed_L = 1};
}

/// Indefinite quadratics with the largest eigenvalue alone for L, where the most negative one is larger in size.
Gen<PairInstance> with_upper_curvature_only() {
  return gen::map(generate::pair(generate::any_non_convex()), [](PairInstance instance) {
    instance.claimed_L = std::max(instance.f->curvature().upper, 0.125);
    return instance;
  });
}

bool not_smooth(const PairInstance& instance) { return instance.f->curvature().smoothness() > instance.L(); }

std::vector<Check> sharp() {
  return {examined({stem, Kind::sharp, "attained by a parabola"}, parabola(4, 4), theorem::attained()),
          examined({stem, Kind::sharp, "attained inside Huber's parabola"}, inside_huber(), theorem::attained()),
          examined({stem, Kind::sharp, "the other side attained by a concave parabola"}, parabola(-4, 4),
                   theorem::lower_side_attained())};
}

std::vector<Check> dropped() {
  return {examined({stem, Kind::dropped, "without L-smoothness", Verdict::fails}, parabola(2, 1),
                   theorem::conclusion<PairInstance>()),
          examined({stem, Kind::dropped, "without differentiability", Verdict::fails}, kink(),
                   theorem::conclusion<PairInstance>()),
          examined({stem, Kind::dropped, "without a convex domain", Verdict::fails}, two_pieces(),
                   theorem::conclusion<PairInstance>()),
          examined({stem, Kind::dropped, "not needed: L = 0, affine functions"}, affine(), theorem::attained()),
          sampled({stem, Kind::dropped, "not needed: upper curvature alone is enough"}, with_upper_curvature_only(),
                  not_smooth, theorem::conclusion<PairInstance>())};
}

std::vector<Check> conclusions(const Gen<PairInstance>& instances) {
  return {sampled({stem, Kind::conclusion, "as printed"}, instances, hypotheses_hold_decidably,
                  theorem::conclusion<PairInstance>()),
          sampled({stem, Kind::conclusion, "the other side, not printed"}, instances, hypotheses_hold_decidably,
                  theorem::lower_side())};
}

}  // namespace

std::vector<Check> checks() {
  const auto pairs = generate::pair(generate::any_smooth());
  std::vector<Check> checks = conclusions(pairs);
  checks.push_back(sampled({stem, Kind::conclusion, "as printed, on interpolation data"}, generate::interpolable_pair(),
                           any, theorem::conclusion<InterpolationInstance>()));
  checks.push_back(sampled({stem, Kind::conclusion, "as printed, on triples of larger data"},
                           generate::interpolated_pair(), any, theorem::conclusion<InterpolationInstance>()));
  append(checks, sharp());
  append(checks, dropped());
  append(checks, planted_checks(stem, pairs, hypotheses_hold_decidably, theorem::lines()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (!theorem::applies_to(*f)) return {};
  return conclusions(generate::pair(gen::just(f)));
}

}  // namespace verigrad::quadratic_upper_bound::properties
