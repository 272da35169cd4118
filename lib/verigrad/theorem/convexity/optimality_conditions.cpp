#include "verigrad/theorem/convexity/optimality_conditions.hpp"

#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"

namespace verigrad::optimality_conditions {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "inna/3.1",
       .stem = "optimality_conditions",
       .title = "Optimality conditions",
       .source = "Thesis, Proposition 3.1, with the examples of 3.2",
       .text =
           "If θ* is a local minimizer of g, then ∇g(θ*) = 0, and ∇²g(θ*) is positive semidefinite. If ∇g(θ*) = 0 and "
           "∇²g(θ*) is positive definite, then θ* is a local minimizer of g",
       .code = {"problem/objective.hpp: Objective"},
       .hypotheses = {{"regularity", "g: ℝ^P → ℝ is twice continuously differentiable; near θ* is enough"},
                      {"minimiser", "of the conditions that are necessary: θ* is a local minimiser"},
                      {"critical", "of the one that is sufficient: ∇g(θ*) = 0"}}},
      general_lines(), lines());
  return result;
}

bool hypotheses_hold(const MinimumInstance& instance) { return instance.f->has_minimum() && !instance.reference; }
bool curved_along(const MinimumInstance& instance) {
  return hypotheses_hold(instance) && (instance.v.array() != 0).any();
}

namespace {

/// ∇g(θ*) ≠ 0 and h = −τ∇g(θ*), with ½⟨∇²g h, h⟩ + ρ‖h‖² = (1 − c)‖h‖²/τ, 0 < c: so it is for small τ.
struct SlopeRun {
  explicit SlopeRun(const Unknowns& u) : slope2(u.positive("‖∇g(θ*)‖²")), tau(u.positive("τ")), c(u.positive("c")) {}
  /// g(θ* + h) − g(θ*).
  Number change() const { return -tau * slope2 + (1 - c) / tau * square(tau) * slope2; }
  Number slope2, tau, c;
};
void goes_below(const SlopeRun& r, Claims& claims) {
  claims.equal("g(θ* − τ∇g) − g(θ*) = −cτ‖∇g‖²", r.change(), -(r.c * r.tau * r.slope2));
  claims.less("−cτ‖∇g‖² < 0", -(r.c * r.tau * r.slope2), 0);
}

/// ∇g(θ*) = 0, ∇²g e = λe, ‖e‖ = 1, λ < 0 and ρ = −λ/2 − c, 0 < c.
struct NegativeRun {
  explicit NegativeRun(const Unknowns& u) : l(u.positive("−λ")), tau(u.positive("τ")), c(u.positive("c")) {}
  Number change() const { return square(tau) * (-(l / 2) + (l / 2 - c)); }
  Number l, tau, c;
};
void goes_below_along(const NegativeRun& r, Claims& claims) {
  claims.equal("g(θ* + τe) − g(θ*) = −cτ²", r.change(), -(r.c * square(r.tau)));
  claims.less("−cτ² < 0", -(r.c * square(r.tau)), 0);
}

/// ∇g(θ*) = 0, λ the least eigenvalue, ⟨∇²g h, h⟩ = (λ + r)‖h‖², 0 ≤ r, and ρ = −λ/2 + c, 0 < c.
struct DefiniteRun {
  explicit DefiniteRun(const Unknowns& u)
      : lambda(u.positive("λ")), r(u.nonnegative("r")), c(u.positive("c")), h2(u.positive("‖h‖²")) {}
  Number change() const { return h2 * ((lambda + r) / 2 + (c - lambda / 2)); }
  Number lambda, r, c, h2;
};
void stays_above(const DefiniteRun& d, Claims& claims) {
  claims.equal("g(θ* + h) − g(θ*) = (r/2 + c)‖h‖²", d.change(), (d.r / 2 + d.c) * d.h2);
  claims.less("0 < (r/2 + c)‖h‖²", 0, (d.r / 2 + d.c) * d.h2);
}

struct ExampleRun {
  explicit ExampleRun(const Unknowns& u) : x(u.real("θ₁")), y(u.real("θ₂")), tau(u.positive("τ")), c(u.positive("c")) {}
  Number valley() const { return square(x) / 2 + square(y) / 2 + x * y; }
  static Number cubic(const Number& at, const Number& across) { return at * square(at) + square(across); }
  Number x, y, tau, c;
};
/// The eigenvalues of (a b; b d) are 0 and 2.
void claim_eigenvalues(const Number& a, const Number& b, const Number& d, Claims& claims) {
  claims.equal("trace = 2", a + d, 2);
  claims.equal("det = 0", a * d - square(b), 0);
}
void valley_has_minimum(const ExampleRun& r, Claims& claims) {
  claim_eigenvalues(1, 1, 1, claims);
  claims.equal("½θ₁² + ½θ₂² + θ₁θ₂ = ½(θ₁ + θ₂)²", r.valley(), square(r.x + r.y) / 2);
  claims.at_most("0 ≤ ½(θ₁ + θ₂)²", 0, square(r.x + r.y) / 2);
}
void cubic_has_none(const ExampleRun& r, Claims& claims) {
  claim_eigenvalues(0, 0, 2, claims);
  claims.less("(−τ)³ < 0", r.cubic(-r.tau, 0), 0);
  claims.less("0 < τ³", 0, r.cubic(r.tau, 0));
}

struct Run {
  using Instance = MinimumInstance;
  explicit Run(const MinimumInstance& instance)
      : f(&instance.f->over<Number>()),
        minimum(instance.minimum()),
        v(exact(instance.v)),
        x(exact(instance.x)),
        short_step(exact(shortened(instance.v))),
        curvature(dot(f->hessian_product(minimum.x_star, v), v)) {}
  /// v with entries up to ½, halved as often as it takes.
  static Vector<double> shortened(Vector<double> v) {
    while (v.cwiseAbs().maxCoeff() > 0.5) v /= 2;
    return v;
  }
  const ObjectiveOver<Number>* f;
  Minimum<Number> minimum;
  Vector<Number> v, x, short_step;
  Number curvature;  ///< ⟨∇²g(x*)v, v⟩
};
void gradient_is_0(const Run& r, Claims& claims) {
  claims.equal("∇g(x*) = 0", r.f->gradient(r.minimum.x_star), Vector<Number>(0 * r.x));
}
template <class Curvature>
Form<MinimumInstance> curvature_at_least(const char* key, Curvature curvature) {
  return form<Run>(key, [curvature](const Run& r, Claims& claims) {
    claims.at_most("‖v‖² ≤ ⟨(I + ∇²g(x*))v, v⟩", squared_norm(r.v), squared_norm(r.v) + curvature(r));
  });
}
void above_minimum(const Run& r, Claims& claims) {
  const Number bend = dot(r.f->hessian_product(r.minimum.x_star, r.short_step), r.short_step);
  claims.less("0 < ⟨∇²g(x*)h, h⟩", 0, bend);
  claims.at_most("2/5 ⟨∇²g(x*)h, h⟩ ≤ g(x* + h) − g(x*)", frac(2, 5) * bend,
                 r.f->value(r.minimum.x_star + r.short_step) - r.minimum.f_star);
}

}  // namespace

Forms<Unknowns> for_all() {
  return {form<SlopeRun, Unknowns>("∇g ≠ 0: no minimiser", goes_below),
          form<NegativeRun, Unknowns>("λ < 0: no minimiser", goes_below_along),
          form<DefiniteRun, Unknowns>("all λ > 0: a minimiser", stays_above)};
}

Form<MinimumInstance> first_order() { return form<Run>("first order", gradient_is_0).of_code(); }
Form<MinimumInstance> second_order() {
  return curvature_at_least("second order", [](const Run& r) { return r.curvature; });
}
Form<MinimumInstance> sufficient() { return form<Run>("sufficient", above_minimum); }
Form<MinimumInstance> strictly() {
  return form<Run>("strictly", [](const Run& r, Claims& claims) {
    claims.less("‖v‖² < ⟨(I + ∇²g(x*))v, v⟩", squared_norm(r.v), squared_norm(r.v) + r.curvature);
  });
}
Form<Unknowns> semidefinite_is_enough() {
  return form<ExampleRun, Unknowns>(
      "semidefinite", [](const ExampleRun& r, Claims& claims) { claims.less("0 < θ₁³ + θ₂²", 0, r.cubic(r.x, r.y)); });
}
Form<Unknowns> definite_is_enough() {
  return form<ExampleRun, Unknowns>("definite", [](const ExampleRun& r, Claims& claims) {
    claims.less("0 < ½θ² + cθ", 0, square(r.x) / 2 + r.c * r.x);
  });
}

Lines<Unknowns> general_lines() {
  return {.steps = {{"valley", "½θ₁² + ½θ₂² + θ₁θ₂: the eigenvalues at (0, 0) are 0 and 2, and (0, 0) is a minimizer",
                     form<ExampleRun, Unknowns>(valley_has_minimum)},
                    {"inflection", "θ₁³ + θ₂²: the eigenvalues at (0, 0) are 0 and 2, and (0, 0) is not an extremum",
                     form<ExampleRun, Unknowns>(cubic_has_none)}}};
}

Lines<MinimumInstance> lines() {
  return {.planted = {curvature_at_least("sign: −∇²g", [](const Run& r) { return Number(-r.curvature); }),
                      curvature_at_least("missing term: at least ‖v‖²",
                                         [](const Run& r) { return Number(r.curvature - squared_norm(r.v)); }),
                      form<Run>("gradient at x for x*",
                                [](const Run& r, Claims& claims) {
                                  claims.equal("∇g(x) = 0", r.f->gradient(r.x), Vector<Number>(0 * r.x));
                                }),
                      form<Run>("the other way: g(x* + h) < g(x*)",
                                [](const Run& r, Claims& claims) {
                                  claims.less("g(x* + h) < g(x*)", r.f->value(r.minimum.x_star + r.short_step),
                                              r.minimum.f_star);
                                })},
          .separating = {{make_objective(Quadratic(at(0.5), at(0))), at(1), at(3)}}};
}

}  // namespace verigrad::optimality_conditions
