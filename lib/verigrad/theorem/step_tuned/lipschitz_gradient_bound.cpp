#include "verigrad/theorem/step_tuned/lipschitz_gradient_bound.hpp"

#include <fmt/format.h>

#include "verigrad/number/sign.hpp"
#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/huber.hpp"
#include "verigrad/problem/non_convex.hpp"
#include "verigrad/problem/point.hpp"

namespace verigrad::lipschitz_gradient_bound {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "inna/4.7",
       .stem = "lipschitz_gradient_bound",
       .title = "Bounded gradient of a Lipschitz function",
       .source = "Thesis, Lemma 4.7",
       .text = "Let g: ℝᴾ → ℝ be Lipschitz continuous and differentiable. Then ∇g is uniformly bounded on ℝᴾ",
       .found = "by the Lipschitz constant, ‖∇g‖ ≤ L, and by nothing less",
       .code = {"problem/huber.hpp: Huber", "problem/non_convex.hpp: GemanMcClure"},
       .hypotheses = {{"Lipschitz", "|g(x) − g(y)| ≤ L‖x − y‖ for all x, y"},
                      {"differentiable", "g is differentiable on ℝᴾ"}},
       .formal = {.theorems = {"conclusion"}}},
      general_lines(), lines());
  return result;
}

std::string LipschitzInstance::describe() const {
  return fmt::format("{} at x = {}, L² = {}, t = {}", g->describe(), in_words(x), L2, t);
}

namespace {

struct Run {
  using Instance = LipschitzInstance;
  explicit Run(const LipschitzInstance& instance)
      : P(int(instance.g->dimension())), L2(exact(instance.L2)), t(exact(instance.t)) {
    const auto& g = instance.g->over<Number>();
    const Vector<Number> x = exact(instance.x);
    gradient = g.gradient(x);
    square_of_gradient = squared_norm(gradient);
    difference = g.value(x + t * gradient) - g.value(x);
    least_curvature = exact(instance.g->curvature().lower);
  }

  int P;
  Number L2, t, square_of_gradient, difference, least_curvature;
  Vector<Number> gradient;
};

template <class Bound>
Form<LipschitzInstance> at_most(const char* key, Bound bound) {
  return form<Run>(key, [bound](const Run& r, Claims& claims) {
    claims.at_most("‖∇g(x)‖² ≤ bound", r.square_of_gradient, bound(r));
  });
}

void equality(const Run& r, Claims& claims) { claims.equal("‖∇g(x)‖² = L²", r.square_of_gradient, r.L2); }

void above(const Run& r, Claims& claims) { claims.at_most("L² ≤ ‖∇g(x)‖²", r.L2, r.square_of_gradient); }

void quotient(const Run& r, Claims& claims) {
  claims.at_most("(g(x + t∇g(x)) − g(x))² ≤ L²t²‖∇g(x)‖²", square(r.difference),
                 r.L2 * square(r.t) * r.square_of_gradient);
}

/// With μ ≤ 0 the least curvature: t‖∇g‖² + μt²‖∇g‖²/2 ≤ g(x + t∇g(x)) − g(x).
void tangent(const Run& r, Claims& claims) {
  claims.at_most("t‖∇g(x)‖² + μt²‖∇g(x)‖²/2 ≤ g(x + t∇g(x)) − g(x)",
                 (r.t + r.least_curvature * square(r.t) / 2) * r.square_of_gradient, r.difference);
}

/// The difference quotient along ∇g(x) is ‖∇g(x)‖² + r, and L‖∇g(x)‖ − slack.
struct Quotient {
  explicit Quotient(const Unknowns& u)
      : gradient(u.vector("∇g(x)")), r(u.real("r")), slack(u.nonnegative("L‖∇g(x)‖ − (g(x + t∇g(x)) − g(x))/t")) {}
  Vector<Number> gradient;
  Number r, slack;
};

void limit_of_quotient(const Quotient& q, Claims& claims) {
  const Number bound = squared_norm(q.gradient) + q.r + q.slack;
  claims.equal("L‖∇g(x)‖ − ‖∇g(x)‖² = r + slack", bound - squared_norm(q.gradient), q.r + q.slack);
  claims.at_most("‖∇g(x)‖² + r ≤ L‖∇g(x)‖", 0, q.slack);
}

/// A gradient of the norm L + e would leave no r with −r < (L + e)e, while r → 0 with t.
struct Excess {
  explicit Excess(const Unknowns& u) : L(u.nonnegative("L")), e(u.positive("‖∇g(x)‖ − L")) {}
  Number L, e;
};

void excess_is_positive(const Excess& x, Claims& claims) {
  const Number norm = x.L + x.e;
  claims.equal("‖∇g(x)‖² − L‖∇g(x)‖ = Le + e²", square(norm) - x.L * norm, x.L * x.e + square(x.e));
  claims.less("0 < Le + e²", 0, x.L * x.e + x.e * x.e);
}

}  // namespace

bool hypotheses_hold(const LipschitzInstance& instance) {
  if (instance.t <= 0) return false;
  const Number::Over fractions(Number::Kind::rational);
  const Run r(instance);
  return certainly_at_most<Number>(square(r.difference), r.L2 * square(r.t) * r.square_of_gradient);
}

LipschitzInstance huber(int dimension, double delta, double x) {
  const Vector<double> ones = Vector<double>::Ones(dimension);
  return {make_objective(Huber(ones, delta, 0 * ones)), dimension * delta * delta, x * ones, 1};
}

LipschitzInstance robust_loss(double weight, double x) {
  return {make_objective(GemanMcClure(at(weight), at(0))), 27 * weight * weight / 64, at(x), 1};
}

Form<LipschitzInstance> conclusion() {
  return at_most("as printed", [](const Run& r) { return r.L2; }).of_code();
}
Form<LipschitzInstance> attained() { return form<Run>("attained", equality); }
Form<Unknowns> general_conclusion() { return form<Excess, Unknowns>("no gradient above L", excess_is_positive); }

Lines<LipschitzInstance> lines() {
  return {.steps = {{"quotient", "|g(x + t∇g(x)) − g(x)| ≤ Lt‖∇g(x)‖", form<Run>(quotient)},
                    {"tangent",
                     "g(x + t∇g(x)) − g(x) = t‖∇g(x)‖² + o(t), with o(t) ≥ μt²‖∇g(x)‖²/2 for the least "
                     "curvature μ",
                     form<Run>(tangent)}},
          .planted = {at_most("factor: L²/4", [](const Run& r) { return r.L2 / 4; }),
                      at_most("exponent: L⁴ for L²", [](const Run& r) { return square(r.L2); }),
                      at_most("dimension: L²/P", [](const Run& r) { return r.L2 / r.P; }),
                      form<Run>("sign: L² ≤ ‖∇g‖²", above)},
          .separating = {huber(2, 2, 4), huber(2, 2, 0), huber(1, 0.5, 4)}};
}

Lines<Unknowns> general_lines() {
  return {.steps = {{"limit of the quotient", "‖∇g(x)‖² + r ≤ L‖∇g(x)‖, r → 0 with t",
                     form<Quotient, Unknowns>(limit_of_quotient)}}};
}

}  // namespace verigrad::lipschitz_gradient_bound
