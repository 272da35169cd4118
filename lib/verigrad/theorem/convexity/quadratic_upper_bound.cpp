#include "verigrad/theorem/convexity/quadratic_upper_bound.hpp"

#include <algorithm>
#include <cmath>

#include "verigrad/number/sign.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/theorem/convexity/along_line.hpp"

namespace verigrad::quadratic_upper_bound {

const Statement& statement() {
  static const Statement result = with_lines({.id = "mathdnn/6.2",
                                              .stem = "quadratic_upper_bound",
                                              .title = "Quadratic upper bound under L-smoothness",
                                              .source = "MathDNN, Proposition 6.2",
                                              .text = "∀ x, y ∈ ℝᵐ, f(y) ≤ f(x) + ∇f(x)(y − x)ᵀ + L/2 ‖y − x‖² (18)",
                                              .code = {"problem/objective.hpp: ObjectiveOver"},
                                              .hypotheses = {{"differentiable", "f is differentiable"},
                                                             {"L-smooth", "‖∇f(x) − ∇f(y)‖ ≤ L‖x − y‖ (17)"},
                                                             {"L positive", "L > 0"},
                                                             {"domain", "f is defined on the whole of ℝᵐ"}},
                                              .formal = {.theorems = {"conclusion"}}},
                                             lines(), integral_lines(), integrand_lines(), last_lines());
  return result;
}

bool applies_to(const Objective& f) {
  const double L = f.curvature().smoothness();
  return L > 0 && std::isfinite(L);
}

bool hypotheses_hold(const PairInstance& instance) {
  return applies_to(*instance.f) && instance.f->curvature().smoothness() <= instance.L();
}

namespace {

Number tangent(const Pair<Number>& p) { return p.f_x + dot(p.g_x, p.y - p.x); }

/// L/2 ‖y − x‖².
Number parabola(const Pair<Number>& p) { return frac(1, 2) * p.L * squared_norm(p.y - p.x); }

void printed(const Pair<Number>& p, Claims& claims) {
  claims.at_most("f(y) ≤ f(x) + ⟨∇f(x), y − x⟩ + L/2 ‖y − x‖²", p.f_y, tangent(p) + parabola(p));
}

void equality(const Pair<Number>& p, Claims& claims) {
  claims.equal("f(y) = f(x) + ⟨∇f(x), y − x⟩ ± L/2 ‖y − x‖²", p.f_y, tangent(p) + parabola(p));
}

void opposite(const Pair<Number>& p, Claims& claims) {
  claims.at_most("f(x) + ⟨∇f(x), y − x⟩ − L/2 ‖y − x‖² ≤ f(y)", tangent(p) - parabola(p), p.f_y);
}

void opposite_equality(const Pair<Number>& p, Claims& claims) {
  claims.equal("f(y) = f(x) + ⟨∇f(x), y − x⟩ ± L/2 ‖y − x‖²", p.f_y, tangent(p) - parabola(p));
}

/// The quantities under the integral sign.
struct Run : Pair<Number> {
  using Instance = PairInstance;
  explicit Run(const PairInstance& instance) : Pair<Number>(instance.pair<Number>()), tau(exact(instance.tau)) {
    const ObjectiveOver<Number>& f = instance.f->over<Number>();
    const Vector<Number> g = this->x + tau * (this->y - this->x);
    g_tau = f.gradient(g);
    along = along_line(f, g, this->y - this->x, std::min(instance.tau, 1 - instance.tau));
  }

  Number tau;
  Vector<Number> g_tau;  ///< ∇f(g(τ)), g(τ) = x + τ(y − x)
  AlongLine along;       ///< g(τ) + h(y − x) within the segment; no points for τ = 0 and τ = 1
};

/// ∇f(g(τ)) at 0, at the bends and at 1: trapezia between them give the proof's integrals without error.
struct PathRun : Pair<Number> {
  using Instance = PathInstance;
  explicit PathRun(const PathInstance& instance) : Pair<Number>(instance.pair.pair<Number>()) {
    const ObjectiveOver<Number>& f = instance.pair.f->over<Number>();
    tau.push_back(0);
    for (const Rational& bend : instance.bends) tau.push_back(enclose(bend));
    tau.push_back(1);
    for (const Number& t : tau) gradient.push_back(f.gradient(this->x + t * (this->y - this->x)));
  }

  std::vector<Number> tau;
  std::vector<Vector<Number>> gradient;
};

constexpr auto chain_rule = [](const Run& r, Claims& claims) { small_remainder(r.along, r.L, claims); };

void cauchy_schwarz(const Run& r, Claims& claims) {
  const Vector<Number> change = r.g_tau - r.g_x;
  const Number left = square(dot(change, r.y - r.x)), right = squared_norm(change) * squared_norm(r.y - r.x);
  if (r.x.size() == 1)
    claims.equal("(∇f(g(τ)) − ∇f(x))²(y − x)², one variable", left, right);
  else
    claims.at_most("⟨∇f(g(τ)) − ∇f(x), y − x⟩² ≤ ‖∇f(g(τ)) − ∇f(x)‖² ‖y − x‖²", left, right);
}

/// Cauchy–Schwarz is an equality between parallel vectors, which enclosures of exp, log and √ do not show.
bool cauchy_schwarz_is_decidable(const PairInstance& instance) {
  if (instance.rational() || instance.x.size() == 1) return true;
  const Ball::Precision precision(256);
  const Number::Over balls(Number::Kind::ball);
  const Run r(instance);
  const Vector<Number> change = r.g_tau - r.g_x, d = r.y - r.x;
  return certainly_less(square(dot(change, d)), squared_norm(change) * squared_norm(d));
}

void smooth_under_the_integral(const Run& r, Claims& claims) {
  claims.at_most("‖∇f(g(τ)) − ∇f(x)‖² ≤ L²τ²‖y − x‖²", squared_norm(r.g_tau - r.g_x),
                 square(r.L * r.tau) * squared_norm(r.y - r.x));
}

/// Σ (τᵢ₊₁ − τᵢ)(hᵢ + hᵢ₊₁)/2: the integral over [0, 1] of what is affine between the τᵢ.
Number integral(const std::vector<Number>& tau, const std::vector<Number>& h) {
  Number sum(0);
  for (std::size_t i = 0; i + 1 < tau.size(); ++i) sum += frac(1, 2) * (tau[i + 1] - tau[i]) * (h[i] + h[i + 1]);
  return sum;
}

/// ∫₀¹ ⟨∇f(g(τ)) − origin, y − x⟩ dτ.
Number gradient_integral(const PathRun& p, const Vector<Number>& origin) {
  std::vector<Number> h;
  for (const Vector<Number>& gradient : p.gradient) h.push_back(dot(gradient - origin, p.y - p.x));
  return integral(p.tau, h);
}

void integral_from_0(const PathRun& p, Claims& claims) {
  const Vector<Number> zero = Vector<Number>::Constant(p.x.size(), 0);
  claims.equal("f(y) − f(x) = ∫ ⟨∇f(g(τ)), y − x⟩ dτ", p.f_y - p.f_x, gradient_integral(p, zero));
}

void integral_from_x(const PathRun& p, Claims& claims) {
  claims.equal("f(y) = f(x) + ⟨∇f(x), y − x⟩ + ∫ ⟨∇f(g(τ)) − ∇f(x), y − x⟩ dτ", p.f_y,
               tangent(p) + gradient_integral(p, p.g_x));
}

void last_line(const PathRun& p, Claims& claims) {
  const Number half = integral(p.tau, p.tau);
  claims.equal("∫ τ dτ = 1/2", half, frac(1, 2));
  claims.at_most("∫ ⟨∇f(g(τ)) − ∇f(x), y − x⟩ dτ ≤ L‖y − x‖² ∫ τ dτ", gradient_integral(p, p.g_x),
                 p.L * squared_norm(p.y - p.x) * half);
}

/// A planted mistake: f(y) ≤ bound(pair) in the place of (18).
template <class Bound>
Form<PairInstance> bounded_by(const char* key, Bound bound) {
  return form<PairRun, PairInstance>(
      key, [=](const Pair<Number>& p, Claims& claims) { claims.at_most("planted (18)", p.f_y, bound(p)); });
}

void missing_square(const Pair<Number>& p, Claims& claims) {
  claims.at_most("planted (18), squared", square(p.f_y - tangent(p)),
                 frac(1, 4) * square(p.L) * squared_norm(p.y - p.x));
}

/// x² from close by its minimiser to far from it; x²/4 from 1 to the minimiser.
std::vector<PairInstance> separating() {
  return {{make_objective(Quadratic(at(2), at(0))), at(0.00390625), at(1.6875), 0},
          {make_objective(Quadratic(at(0.5), at(0))), at(-0.0625), at(0), 0}};
}

Forms<PairInstance> planted() {
  return {
      bounded_by("sign: −L/2 ‖y − x‖²", [](const auto& p) { return tangent(p) - parabola(p); }),
      bounded_by("factor: L/4 ‖y − x‖²", [](const Pair<Number>& p) { return tangent(p) + frac(1, 2) * parabola(p); }),
      bounded_by("missing term: no ⟨∇f(x), y − x⟩", [](const auto& p) { return p.f_x + parabola(p); }),
      bounded_by("missing term: no L/2 ‖y − x‖²", [](const auto& p) { return tangent(p); }),
      bounded_by("swapped arguments: ⟨∇f(x), x − y⟩",
                 [](const Pair<Number>& p) { return p.f_x + dot(p.g_x, p.x - p.y) + parabola(p); }),
      bounded_by("square on L: L²/2 ‖y − x‖²", [](const auto& p) { return tangent(p) + p.L * parabola(p); }),
      bounded_by("inverse: ‖y − x‖²/(2L)", [](const auto& p) { return tangent(p) + parabola(p) / square(p.L); }),
      form<PairRun, PairInstance>("missing square: L/2 ‖y − x‖", missing_square)};
}

}  // namespace

Lines<PairInstance> lines() {
  return {.steps = {{"chain rule", "(f∘g)′(τ) = ∇f(g(τ))(y − x)ᵀ, g(τ) = x + τ(y − x)", form<Run>(chain_rule)}},
          .planted = planted(),
          .separating = separating()};
}

Lines<PathInstance> integral_lines() {
  return {.steps = {{"integral", "f(y) − f(x) = ∫₀¹ ∇f(g(τ))(y − x)ᵀ dτ", form<PathRun>(integral_from_0)},
                    {"integral from x", "f(y) = f(x) + ∇f(x)(y − x)ᵀ + ∫₀¹ (∇f(g(τ)) − ∇f(x))(y − x)ᵀ dτ",
                     form<PathRun>(integral_from_x)}}};
}

Lines<PairInstance> integrand_lines() {
  return {.steps = {{"Cauchy-Schwarz", "(∇f(g(τ)) − ∇f(x))(y − x)ᵀ ≤ ‖∇f(g(τ)) − ∇f(x)‖ ‖y − x‖ under ∫ (squared)",
                     form<Run>(cauchy_schwarz).where(cauchy_schwarz_is_decidable)},
                    {"L-smooth under the integral", "‖∇f(g(τ)) − ∇f(x)‖ ≤ Lτ‖y − x‖, by (17) (squared)",
                     form<Run>(smooth_under_the_integral)}}};
}

Lines<PathInstance> last_lines() {
  return {.steps = {{"last line", "f(y) ≤ f(x) + ∇f(x)(y − x)ᵀ + L‖y − x‖² ∫₀¹ τ dτ, where ∫₀¹ τ dτ = 1/2",
                     form<PathRun>(last_line)}}};
}

template <class Instance>
Form<Instance> conclusion() {
  return form<PairRun, Instance>("as printed", printed);
}

Form<PairInstance> lower_side() { return form<PairRun, PairInstance>("the other side", opposite); }
Form<PairInstance> attained() { return form<PairRun, PairInstance>("attained", equality); }

Form<PairInstance> lower_side_attained() {
  return form<PairRun, PairInstance>("the other side attained", opposite_equality);
}

template Form<PairInstance> conclusion<PairInstance>();
template Form<InterpolationInstance> conclusion<InterpolationInstance>();

}  // namespace verigrad::quadratic_upper_bound
