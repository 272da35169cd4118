#include "verigrad/theorem/convexity/fermat_condition.hpp"

#include "verigrad/problem/non_convex.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/polynomial.hpp"

namespace verigrad::fermat_condition {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "inna/1.2.2",
       .stem = "fermat_condition",
       .title = "Critical points and convexity",
       .source = "Thesis, 1.2.1 and 1.2.2, with Theorem 1.2",
       .text = "∇g(θ*) = 0 is necessary for a local minimum or maximum of a differentiable g, and sufficient for a "
               "global minimum of a convex one; it remains sufficient for some classes of non-convex functions (e.g., "
               "quasi-convex functions), and is not in general. The composition of convex functions need not be convex",
       .code = {"problem/objective.hpp: Objective", "network/network_objective.hpp: NetworkObjective"},
       .hypotheses = {{"differentiable", "g: ℝ^P → ℝ is differentiable; at θ* is enough"},
                      {"convex", "of the sufficient condition: (1.11) at every θ₁, θ₂ and λ"}}},
      general_lines(), lines());
  return result;
}

bool has_minimum(const MinimumInstance& instance) { return instance.f->has_minimum() && !instance.reference; }
bool convex(const MinimumInstance& instance) { return has_minimum(instance) && instance.f->curvature().convex(); }

namespace {

/// h = ∓τ∇g(θ*) with ρ‖h‖ = (1 − c)τ‖∇g‖² of the sign of −⟨∇g, h⟩, 0 < c: so it is for small τ.
struct SlopeRun {
  explicit SlopeRun(const Unknowns& u) : slope2(u.positive("‖∇g(θ*)‖²")), tau(u.positive("τ")), c(u.positive("c")) {}
  Number along(int sign) const { return sign * tau * slope2 - sign * (1 - c) * tau * slope2; }
  Number slope2, tau, c;
};
void both_sides(const SlopeRun& r, Claims& claims) {
  const Number change = r.c * r.tau * r.slope2;
  claims.equal("g(θ* − τ∇g) − g(θ*) = −cτ‖∇g‖²", r.along(-1), -change);
  claims.less("−cτ‖∇g‖² < 0", -change, 0);
  claims.equal("g(θ* + τ∇g) − g(θ*) = cτ‖∇g‖²", r.along(1), change);
  claims.less("0 < cτ‖∇g‖²", 0, change);
}

/// (1.11) between θ* and θ with the slack s: g(θ* + λ(θ − θ*)) = (1 − λ)g(θ*) + λg(θ) − s, and this is g(θ*) + λρ.
struct ConvexRun {
  explicit ConvexRun(const Unknowns& u)
      : at_star(u.real("g(θ*)")), rho(u.real("ρ")), lambda(u.positive("λ")), slack(u.nonnegative("s")) {}
  Number at_theta() const { return (at_star + lambda * rho - (1 - lambda) * at_star + slack) / lambda; }
  Number at_star, rho, lambda, slack;
};
void at_least_rho(const ConvexRun& r, Claims& claims) {
  claims.equal("g(θ) − g(θ*) = ρ + s/λ", r.at_theta() - r.at_star, r.rho + r.slack / r.lambda);
  claims.at_most("0 ≤ s/λ", 0, r.slack / r.lambda);
}

/// v(z) = λa + (1 − λ)b − p; u falls by q with its argument by p, and u(λa + (1 − λ)b) = λu(a) + (1 − λ)u(b) − r.
struct CompositionRun {
  explicit CompositionRun(const Unknowns& u)
      : chord(u.real("λu(a) + (1 − λ)u(b)")), q(u.nonnegative("q")), r(u.nonnegative("r")) {}
  Number chord, q, r;
};
void below_its_chord(const CompositionRun& c, Claims& claims) {
  const Number of_mean = c.chord - c.r, of_z = of_mean - c.q;
  claims.equal("λu(v(x)) + (1 − λ)u(v(y)) − u(v(z)) = q + r", c.chord - of_z, c.q + c.r);
  claims.at_most("0 ≤ q + r", 0, c.q + c.r);
}

/// σ = u/(1 + u), u = eᵗ, between t − h and t + h, eʰ = 1 + k; t = ∓log(1 + m).
struct SigmoidRun {
  explicit SigmoidRun(const Unknowns& unknowns) : m(unknowns.positive("e^|t| − 1")), k(unknowns.positive("eʰ − 1")) {}
  static Number sigmoid(const Number& u) { return u / (1 + u); }
  Number bend(const Number& u) const { return sigmoid(u / (1 + k)) + sigmoid(u * (1 + k)) - 2 * sigmoid(u); }
  /// u k²/((u + 1 + k)(1 + u(1 + k))(1 + u)), to be multiplied by 1 − u.
  Number factor(const Number& u) const { return u * square(k) / ((u + 1 + k) * (1 + u * (1 + k)) * (1 + u)); }
  Number m, k;
};
void bends(const SigmoidRun& r, Claims& claims) {
  const Number left = 1 / (1 + r.m), right = 1 + r.m, up = r.factor(left) * r.m / (1 + r.m),
               down = r.factor(right) * r.m;
  claims.equal("σ(t − h) + σ(t + h) − 2σ(t), t < 0", r.bend(left), up);
  claims.less("convex left of 0", 0, up);
  claims.equal("σ(t − h) + σ(t + h) − 2σ(t), t > 0", r.bend(right), -down);
  claims.less("concave right of 0", -down, 0);
}

Number cube(const Number& t) { return t * square(t); }
Number quartic(const Number& t) { return 3 * square(square(t)) + 4 * cube(t) - 12 * square(t); }

/// t = k, from −1 to ∞ about 1.
struct LocalMinimumRun {
  explicit LocalMinimumRun(const Unknowns& u) : t(u.nonnegative("t")) {}
  Number t;
};
void local_minimum(const LocalMinimumRun& r, Claims& claims) {
  const Number rise = square(r.t - 1) * (3 * square(r.t) + 10 * r.t + 5);
  claims.equal("g(t) − g(1) = (t − 1)²(3t² + 10t + 5)", quartic(r.t) - quartic(1), rise);
  claims.at_most("0 ≤ (t − 1)²(3t² + 10t + 5) for t ≥ 0", 0, rise);
  claims.equal("g(1) − g(−2) = 27", quartic(1) - quartic(-2), 27);
  claims.less("g(−2) < g(1)", 0, 27);
}
/// −1 < t ≤ 1, as (b − a)/(b + a).
struct LocalMaximumRun {
  explicit LocalMaximumRun(const Unknowns& u) : a(u.nonnegative("a")), b(u.positive("b")), t((b - a) / (b + a)) {}
  Number a, b, t;
};
void local_maximum(const LocalMaximumRun& r, Claims& claims) {
  const Number fall = square(r.t) * (2 * r.a / (r.a + r.b) * (6 * r.b / (r.a + r.b) + 4) + 5);
  claims.equal("g(t) = −t²((1 − t)(3t + 7) + 5)", quartic(r.t), -fall);
  claims.at_most("−t²((1 − t)(3t + 7) + 5) ≤ 0 for |t| ≤ 1", -fall, 0);
}
struct StepRun {
  explicit StepRun(const Unknowns& u) : tau(u.positive("τ")) {}
  Number tau;
};
void neither(const StepRun& r, Claims& claims) {
  claims.less("(−τ)³ < 0", cube(-r.tau), 0);
  claims.less("0 < τ³", 0, cube(r.tau));
}

/// z = t − d between any s ≤ z and t.
struct CubeRun {
  explicit CubeRun(const Unknowns& u) : t(u.real("t")), d(u.nonnegative("d")), z(t - d) {}
  Number t, d, z;
};
void cube_is_quasi_convex(const CubeRun& r, Claims& claims) {
  const Number rise = r.d * (square(r.t + r.z / 2) + 3 * square(r.z) / 4);
  claims.equal("t³ − z³ = (t − z)((t + z/2)² + ¾z²)", cube(r.t) - cube(r.z), rise);
  claims.at_most("z³ ≤ max(s³, t³) for s ≤ z ≤ t", 0, rise);
}
/// x² > y², x = (q + p)/2, y = (q − p)/2; the other sign of both is the mirror image.
struct PseudoRun {
  explicit PseudoRun(const Unknowns& u)
      : p(u.positive("x − y")), q(u.positive("x + y")), x((q + p) / 2), y((q - p) / 2) {}
  static Number g(const Number& t) { return square(t) / (1 + square(t)); }
  Number p, q, x, y;
};
void is_pseudo_convex(const PseudoRun& r, Claims& claims) {
  const Number gap = r.p * r.q / ((1 + square(r.x)) * (1 + square(r.y)));
  claims.equal("g(x) − g(y) = (x² − y²)/((1 + x²)(1 + y²))", r.g(r.x) - r.g(r.y), gap);
  claims.less("g(y) < g(x)", 0, gap);
  const Number fall = (r.q + r.p) * r.p / square(1 + square(r.x));
  claims.equal("g′(x)(y − x) = −2x(x − y)/(1 + x²)²", 2 * r.x * (r.y - r.x) / square(1 + square(r.x)), -fall);
  claims.less("g′(x)(y − x) < 0", -fall, 0);
  claims.equal("g(2) − ½g(0) − ½g(4) = 28/85", r.g(2) - (r.g(0) + r.g(4)) / 2, frac(28, 85));
  claims.less("g is not convex: ½g(0) + ½g(4) < g(2)", 0, frac(28, 85));
}

struct ExampleRun {
  explicit ExampleRun(const Unknowns& u) : t(u.real("t")), error(u.vector("ŷ − y")) {}
  Number t;
  Vector<Number> error;
};
void one_minimum(const ExampleRun& r, Claims& claims) {
  const auto g = [](const Number& t) { return square(t) - 2 * t - 2; };
  claims.equal("g(t) − g(1) = (t − 1)²", g(r.t) - g(1), square(r.t - 1));
  claims.at_most("g(1) ≤ g(t)", 0, square(r.t - 1));
}
void squares_are_not_negative(const ExampleRun& r, Claims& claims) {
  claims.at_most("0 ≤ ‖ŷ − y‖²", 0, squared_norm(r.error));
}

template <class Run, class Left, class Right>
Form<Unknowns> planted(const char* key, Left left, Right right) {
  return form<Run, Unknowns>(
      key, [=](const Run& r, Claims& claims) { claims.at_most("planted", Number(left(r)), Number(right(r))); });
}

struct PointRun {
  using Instance = MinimumInstance;
  explicit PointRun(const MinimumInstance& instance)
      : f(&instance.f->over<Number>()), star(instance.minimum()), x(exact(instance.x)) {}
  const ObjectiveOver<Number>* f;
  Minimum<Number> star;
  Vector<Number> x;
};
void is_minimal(const PointRun& r, Claims& claims) {
  claims.equal("∇g(θ*) = 0", r.f->gradient(r.star.x_star), Vector<Number>(0 * r.x));
  claims.at_most("1 + g(θ*) ≤ 1 + g(θ)", 1 + r.star.f_star, 1 + r.f->value(r.x));
}

FalseLine<MinimumInstance> quasi_convex() {
  return {
      .words = {.key = "quasi-convex",
                .place = "1.2.2, second paragraph",
                .printed = "Fermat's condition remains sufficient for some sub-classes of non-convex functions (e.g., "
                           "quasi-convex functions)",
                .corrected = "(e.g., pseudo-convex functions): those where g(y) < g(x) makes ⟨∇g(x), y − x⟩ < 0",
                .remark = "Every monotone function of one variable is quasi-convex.",
                .by_hand = "g(t) = t³, θ* = 0: g′(0) = 0, z³ ≤ max(s³, t³) for all z from s to t, and g(−1) < g(0)",
                .weight = Weight::statement,
                .survives = "of pseudo-convex functions; t²/(1 + t²) is one, and is not convex",
                .of_statement = true},
      .printed = form<PointRun>(is_minimal),
      .counterexample = inflection(),
      .corrected = {form<PointRun>(is_minimal)}};
}

}  // namespace

Form<Unknowns> necessary() { return form<SlopeRun, Unknowns>("necessary", both_sides); }
Form<Unknowns> sufficient_if_convex() { return form<ConvexRun, Unknowns>("sufficient if convex", at_least_rho); }
Form<Unknowns> increasing_of_convex() { return form<CompositionRun, Unknowns>("increasing", below_its_chord); }
Form<Unknowns> sigmoid_bends_both_ways() { return form<SigmoidRun, Unknowns>("sigmoid", bends); }
Forms<Unknowns> kinds_of_critical_points() {
  return {form<LocalMinimumRun, Unknowns>("a local minimum that is not global", local_minimum),
          form<LocalMaximumRun, Unknowns>("a maximum", local_maximum), form<StepRun, Unknowns>("neither", neither)};
}
Form<MinimumInstance> minimal() { return form<PointRun>("minimal", is_minimal); }

MinimumInstance inflection() { return {make_objective(Polynomial(vector({0, 0, 0, 1}))), at(1), at(-1), 0.5, at(0)}; }

Lines<Unknowns> general_lines() {
  return {.steps = {{"squared distance", "𝒥 is greater or equal to 0 when ℓ is the squared Euclidean distance",
                     form<ExampleRun, Unknowns>(squares_are_not_negative)},
                    {"Figure 1.6", "the convex one, t² − 2t − 2, has a unique global minimum",
                     form<ExampleRun, Unknowns>(one_minimum)},
                    {"t³ is quasi-convex", "t³ ≤ max at the ends of every segment",
                     form<CubeRun, Unknowns>(cube_is_quasi_convex)},
                    {"t²/(1 + t²) is pseudo-convex", "g(y) < g(x) makes g′(x)(y − x) < 0; g is not convex",
                     form<PseudoRun, Unknowns>(is_pseudo_convex)}},
          .planted = {
              planted<SlopeRun>(
                  "g does not fall against ∇g", [](const SlopeRun&) { return 0; },
                  [](const SlopeRun& r) { return r.along(-1); }),
              planted<ConvexRun>(
                  "g(θ) − g(θ*) ≤ ρ", [](const ConvexRun& r) { return r.at_theta() - r.at_star; },
                  [](const ConvexRun& r) { return r.rho; }),
              planted<SigmoidRun>(
                  "σ convex right of 0", [](const SigmoidRun&) { return 0; },
                  [](const SigmoidRun& r) { return r.bend(1 + r.m); }),
              planted<CubeRun>(
                  "z³ ≤ s³", [](const CubeRun& r) { return cube(r.t); }, [](const CubeRun& r) { return cube(r.z); })}};
}

Lines<MinimumInstance> lines() {
  return {.errata = {quasi_convex()},
          .planted = {form<PointRun>("sign: g(θ) ≤ g(θ*)",
                                     [](const PointRun& r, Claims& claims) {
                                       claims.at_most("g(θ) ≤ g(θ*)", r.f->value(r.x), r.star.f_star);
                                     }),
                      form<PointRun>("∇g(θ) for ∇g(θ*)",
                                     [](const PointRun& r, Claims& claims) {
                                       claims.equal("∇g(θ) = 0", r.f->gradient(r.x), Vector<Number>(0 * r.x));
                                     })},
          .separating = {{make_objective(GemanMcClure(at(1), at(0))), at(1), at(2)}}};
}

}  // namespace verigrad::fermat_condition
