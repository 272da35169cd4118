// MathDNN, Proposition 6.2: the quadratic upper bound on convex and non-convex members and on interpolation data, what
// attains it, every hypothesis dropped, planted mistakes.
#include "verigrad/theorem/quadratic_upper_bound.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/huber.hpp"
#include "verigrad/problem/piecewise_quadratic.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/pairs.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::properties {
namespace {

namespace theorem = quadratic_upper_bound;

constexpr const char* stem = "quadratic_upper_bound";

constexpr auto as_printed = []<class T>(const auto& instance, Claims<T>& claims) {
  theorem::conclusion(instance.template pair<T>(), claims);
};
constexpr auto lower_side = []<class T>(const auto& instance, Claims<T>& claims) {
  theorem::lower_side(instance.template pair<T>(), claims);
};
constexpr auto any = [](const auto&) { return true; };

bool hypotheses_hold_decidably(const PairInstance& instance) {
  return theorem::hypotheses_hold(instance) && instance.decidable();
}

Vector<double> at(double x) { return Vector<double>::Constant(1, x); }

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

/// Both sides of (18) or of its opposite are equal; sign = 1 or −1 is that of L/2 ‖y − x‖².
template <int sign>
constexpr auto attained = []<class T>(const PairInstance& instance, Claims<T>& claims) {
  const auto p = instance.pair<T>();
  const Vector<T> d = p.y - p.x;
  claims.equal("f(y) = f(x) + ⟨∇f(x), y − x⟩ ± L/2 ‖y − x‖²", p.f_y,
               p.f_x + dot<T>(p.g_x, d) + frac<T>(sign, 2) * p.L * squared_norm(d));
};

/// |x| from its kink, with ∇f(0) = 0.
PairData kink() {
  return {"|x| from its kink", {.L = 1, .x = at(0), .y = at(0.25), .g_x = at(0), .g_y = at(1), .f_x = 0, .f_y = 0.25}};
}

/// f = 0 on ]−2, −1[ and 10 on ]1, 2[: ∇f = 0 is Lipschitz with any L, and the segment leaves the domain.
PairData two_pieces() {
  return {"f = 0 on ]−2, −1[, f = 10 on ]1, 2[",
          {.L = 1, .x = at(-1.5), .y = at(1.5), .g_x = at(0), .g_y = at(0), .f_x = 0, .f_y = 10}};
}

/// Indefinite quadratics with the largest eigenvalue alone for L, where the most negative one is larger in size.
rc::Gen<PairInstance> with_upper_curvature_only() {
  return rc::gen::map(generate::pair(generate::any_non_convex()), [](PairInstance instance) {
    instance.claimed_L = std::max(instance.f->curvature().upper, 0.125);
    return instance;
  });
}

bool not_smooth(const PairInstance& instance) { return instance.f->curvature().smoothness() > instance.L(); }

std::vector<Check> planted() {
  std::vector<Check> checks;
  for (std::size_t i = 0; i < theorem::planted<Interval>().size(); ++i) {
    const CheckId id{stem, Kind::planted, std::string("rejects ") + theorem::planted<Interval>()[i].key,
                     Verdict::fails};
    checks.push_back(sampled(id, generate::pair(generate::any_smooth()), hypotheses_hold_decidably,
                             [i]<class T>(const PairInstance& instance, Claims<T>& claims) {
                               theorem::planted<T>()[i].claims(instance.pair<T>(), claims);
                             }));
  }
  return checks;
}

std::vector<Check> sharp() {
  return {
      examined({stem, Kind::sharp, "attained by a parabola"}, parabola(4, 4), attained<1>),
      examined({stem, Kind::sharp, "attained inside Huber's parabola"}, inside_huber(), attained<1>),
      examined({stem, Kind::sharp, "the other side attained by a concave parabola"}, parabola(-4, 4), attained<-1>)};
}

std::vector<Check> dropped() {
  return {examined({stem, Kind::dropped, "without L-smoothness", Verdict::fails}, parabola(2, 1), as_printed),
          examined({stem, Kind::dropped, "without differentiability", Verdict::fails}, kink(), as_printed),
          examined({stem, Kind::dropped, "without a convex domain", Verdict::fails}, two_pieces(), as_printed),
          examined({stem, Kind::dropped, "not needed: L = 0, affine functions"}, affine(), attained<1>),
          sampled({stem, Kind::dropped, "not needed: upper curvature alone is enough"}, with_upper_curvature_only(),
                  not_smooth, as_printed)};
}

std::vector<Check> conclusions(const rc::Gen<PairInstance>& instances) {
  return {sampled({stem, Kind::conclusion, "as printed"}, instances, hypotheses_hold_decidably, as_printed),
          sampled({stem, Kind::conclusion, "the other side, not printed"}, instances, hypotheses_hold_decidably,
                  lower_side)};
}

}  // namespace

std::vector<Check> quadratic_upper_bound() {
  std::vector<Check> checks = conclusions(generate::pair(generate::any_smooth()));
  checks.push_back(sampled({stem, Kind::conclusion, "as printed, on interpolation data"}, generate::interpolable_pair(),
                           any, as_printed));
  checks.push_back(sampled({stem, Kind::conclusion, "as printed, on triples of larger data"},
                           generate::interpolated_pair(), any, as_printed));
  for (const auto& more : {sharp(), dropped(), planted()}) checks.insert(checks.end(), more.begin(), more.end());
  return checks;
}

std::vector<Check> quadratic_upper_bound_on(const ObjectivePtr& f) {
  if (!theorem::applies_to(*f)) return {};
  return conclusions(generate::pair(rc::gen::just(f)));
}

}  // namespace verigrad::properties
