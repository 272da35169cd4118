#include "verigrad/theorem/convexity/stationarity_at_minimum.hpp"

#include <cmath>

#include "verigrad/number/power.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/number/sign.hpp"
#include "verigrad/problem/minimiser.hpp"
#include "verigrad/problem/piecewise_quadratic.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/theorem/convexity/along_line.hpp"

namespace verigrad::stationarity_at_minimum {

const Statement& statement() {
  static const Statement result = with_lines({.id = "mathdnn/6.4",
                                              .stem = "stationarity_at_minimum",
                                              .title = "Gradient zero at a global minimum",
                                              .source = "MathDNN, Proposition 6.4",
                                              .text = "∇f(x*) = 0 (21)",
                                              .code = {"problem/objective.hpp: Objective"},
                                              .hypotheses = {{"differentiable", "f is differentiable"},
                                                             {"minimum", "x* is a global minimum of f (20)"},
                                                             {"domain", "f is defined on the whole of ℝᵐ"}},
                                              .formal = {.theorems = {"conclusion"}}},
                                             lines());
  return result;
}

bool applies_to(const Objective& f) { return f.has_minimum() && std::isfinite(f.curvature().smoothness()); }

bool hypotheses_hold(const MinimumInstance& instance) { return !instance.reference && applies_to(*instance.f); }

namespace {

/// The quantities of the proof, in the text's letters.
struct Run {
  using Instance = MinimumInstance;
  explicit Run(const MinimumInstance& instance) : L(exact(instance.f->curvature().smoothness())), x(exact(instance.x)) {
    const ObjectiveOver<Number>& f = instance.f->over<Number>();
    const Minimum<Number> minimum = instance.minimum();
    f_star = minimum.f_star;
    x_star = minimum.x_star;
    gradient = f.gradient(x_star);
    along = along_line(f, x_star, exact(instance.v), instance.tau);
    f_x = f.value(x);
    g_x = f.gradient(x);
  }

  Number L, f_star;
  Vector<Number> x_star, gradient;  ///< gradient = ∇f(x*)
  AlongLine along;                  ///< g(τ) = x* + τv; slope = (f∘g)′(0)
  Vector<Number> x, g_x;            ///< another point and ∇f there
  Number f_x;
};

void printed(const Run& r, Claims& claims) {
  claims.equal("∇f(x*) = 0", r.gradient, Vector<Number>::Constant(r.gradient.size(), 0));
}

void quantitative(const Run& r, Claims& claims) {
  claims.at_most("‖∇f(x)‖² ≤ 2L(f(x) − f(x*))", squared_norm(r.g_x), 2 * r.L * (r.f_x - r.f_star));
}

void equality(const Run& r, Claims& claims) {
  claims.equal("‖∇f(x)‖² = 2L(f(x) − f*)", squared_norm(r.g_x), 2 * r.L * (r.f_x - r.f_star));
}

/// f as the search for its minimum sees it.
struct Seen {
  const Objective& f;
  template <class T>
  T value(const Vector<T>& x) const {
    return f.over<T>().value(x);
  }
  template <class T>
  Vector<T> gradient(const Vector<T>& x) const {
    return f.over<T>().gradient(x);
  }
  template <class T>
  Vector<T> hessian_product(const Vector<T>& x, const Vector<T>& v) const {
    return f.over<T>().hessian_product(x, v);
  }
};

struct EnclosedRun {
  using Instance = MinimumInstance;
  explicit EnclosedRun(const MinimumInstance& instance) : known(instance.minimum()) {
    const Ball::Precision precision(128);
    const Seen seen{*instance.f};
    const Minimum<Ball> minimum = strongly_convex_minimum(smooth_function(seen), exact<Ball>(instance.x),
                                                          Ball::point(instance.f->curvature().lower));
    lowest = exact(minimum.f_star.lower());
    highest = exact(minimum.f_star.upper());
    for (const Ball& entry : minimum.x_star) {
      lower.push_back(exact(entry.lower()));
      upper.push_back(exact(entry.upper()));
    }
  }

  Minimum<Number> known;
  Number lowest, highest;
  std::vector<Number> lower, upper;
};

void minimum_in_enclosure(const EnclosedRun& r, Claims& claims) {
  claims.at_most("f(x) − ‖∇f(x)‖²/(2μ) ≤ f(x*)", r.lowest, r.known.f_star);
  claims.at_most("f(x*) ≤ f(x)", r.known.f_star, r.highest);
  for (std::size_t i = 0; i < r.lower.size(); ++i) {
    claims.at_most("xᵢ − ‖∇f(x)‖/μ ≤ x*ᵢ", r.lower[i], r.known.x_star[Eigen::Index(i)], int(i));
    claims.at_most("x*ᵢ ≤ xᵢ + ‖∇f(x)‖/μ", r.known.x_star[Eigen::Index(i)], r.upper[i], int(i));
  }
}

void ends_of_enclosure(const EnclosedRun& r, Claims& claims) {
  minimum_in_enclosure(r, claims);
  const Number room = power(frac(1, 2), 20);
  claims.at_most("f(x*) − 2⁻²⁰ ≤ f(x) − ‖∇f(x)‖²/(2μ)", r.known.f_star - room, r.lowest);
  claims.at_most("x* − 2⁻²⁰ ≤ x − |f′(x)|/μ", r.known.x_star[0] - room, r.lower.front());
}

void local_minimum(const Run& r, Claims& claims) {
  for (const auto* points : {&r.along.forward, &r.along.backward})
    for (const LinePoint& point : *points) claims.at_most("f(x*) ≤ f near x*", r.f_star, point.f);
  claims.less("x* is not global", r.f_x, r.f_star);
  printed(r, claims);
}

void minimum_along_g(const Run& r, Claims& claims) {
  for (const auto* points : {&r.along.forward, &r.along.backward})
    for (std::size_t k = 0; k < points->size(); ++k)
      claims.at_most("(f∘g)(0) ≤ (f∘g)(τ)", r.f_star, (*points)[k].f, int(k));
  claims.at_most("f(x*) ≤ f(x)", r.f_star, r.f_x);
}

void expansion(const Run& r, Claims& claims) {
  small_remainder(r.along, r.L, claims);
  for (const auto* points : {&r.along.forward, &r.along.backward})
    for (std::size_t k = 0; k < points->size(); ++k)
      claims.at_most("−o(τ) ≤ ±(f∘g)′(0)τ", -(*points)[k].remainder, r.along.slope * (*points)[k].t, int(k));
}

void zero_along_v(const Run& r, Claims& claims) { claims.equal("∇f(x*)vᵀ = (f∘g)′(0) = 0", r.along.slope, 0); }

/// The remainder over τ against half of τ: what is o(τ) is below it near 0.
void divided_is_small_o(const Run& r, Claims& claims) {
  for (std::size_t k = 0; k < r.along.forward.size(); ++k) {
    const LinePoint& point = r.along.forward[k];
    claims.at_most("o(τ)/τ ≤ τ/2", magnitude<Number>(point.remainder) / point.t, frac(1, 2) * point.t, int(k));
  }
}

void divided_is_tau(const Run& r, Claims& claims) {
  for (const LinePoint& point : r.along.forward) claims.equal("o(τ)/τ = τ", point.remainder / point.t, point.t);
}

void divided_vanishes(const Run& r, Claims& claims) {
  const Number scale = frac(1, 2) * r.L * squared_norm(r.along.v);
  for (std::size_t k = 0; k < r.along.forward.size(); ++k) {
    const LinePoint& forward = r.along.forward[k];
    const LinePoint& backward = r.along.backward[k];
    claims.at_most("|o(1)| ≤ L/2 τ‖v‖²", magnitude<Number>(forward.remainder) / forward.t, scale * forward.t, int(k));
    claims.at_most("o(1) ≤ (f∘g)′(0)", -forward.remainder / forward.t, r.along.slope, int(k));
    claims.at_most("(f∘g)′(0) ≤ o(1)", r.along.slope, -backward.remainder / backward.t, int(k));
  }
}

/// ⟨∇f(x*), eᵢ⟩ = 0 for i ≤ n, and (21).
void basis(const Run& r, Eigen::Index n, Claims& claims) {
  for (Eigen::Index i = 0; i < n; ++i) {
    Vector<Number> e = Vector<Number>::Constant(r.gradient.size(), 0);
    e[i] = 1;
    claims.equal("⟨∇f(x*), eᵢ⟩ = 0", dot(r.gradient, e), 0, int(i));
  }
  printed(r, claims);
}

Vector<Number> zero(const Run& r) { return Vector<Number>::Constant(r.x.size(), 0); }

/// A planted mistake: left(run) ≤ right(run).
template <class Left, class Right>
Form<MinimumInstance> planted_bound(const char* key, Left left, Right right) {
  return form<Run>(key, [=](const Run& r, Claims& claims) { claims.at_most("planted", left(r), right(r)); });
}

void zero_elsewhere(const Run& r, Claims& claims) { claims.equal("planted (21)", r.g_x, zero(r)); }

void zero_minimum(const Run& r, Claims& claims) { claims.equal("planted", r.f_star, 0); }

void no_remainder(const Run& r, Claims& claims) {
  for (const LinePoint& point : r.along.forward) claims.equal("planted", point.remainder, 0);
}

/// f″ = 1/8 with f(−8) = 0 and the minimum −1/64 at −7.5, looked at from 0.
MinimumInstance separating() {
  const PiecewiseQuadratic f({.knots = {-8}, .slopes = {0.125, 0.125}, .first_derivative = -0.0625});
  return {make_objective(f), at(0.0625), at(0), 0.0625};
}

std::vector<Step<MinimumInstance>> steps() {
  return {{"minimum along g", "(f∘g)(0) ≤ (f∘g)(τ), g(τ) = x* + τv (our copy lacks the line that defines g)",
           form<Run>(minimum_along_g)},
          {"expansion", "0 ≤ (f∘g)′(0)τ + o(τ) and 0 ≤ (f∘g)′(0)(−τ) + o(τ) for τ ∈ ]0, η]", form<Run>(expansion)},
          {"zero along v", "∇f(x*)vᵀ = (f∘g)′(0) = 0", form<Run>(zero_along_v).of_code()}};
}

/// False for f(x) = (x₂ + 1)²/2 at 0: ∇f = (0, 1), which e₁ alone does not see.
FalseLine<MinimumInstance> basis_to_n() {
  return {.words = {.key = "basis to n",
                    .place = "Proposition 6.4, proof, last sentence",
                    .printed = "the vectors (e_i)_{i ∈ [1, n]} corresponding to ℝᵐ standard basis",
                    .corrected = "i ∈ ⟦1, m⟧",
                    .remark = "n is not defined here: it is the letter of Definition 1.2, where the space is ℝⁿ. With "
                              "n < m the conclusion does not follow.",
                    .weight = Weight::notation,
                    .one_letter = true},
          .printed = form<Run>([](const Run& r, Claims& claims) { basis(r, 1, claims); }),
          .counterexample = {.f = make_objective(Quadratic(vector({0, 1}), vector({0, -1}))),
                             .v = vector({1, 0}),
                             .x = vector({0, 0}),
                             .reference = vector({0, 0})},
          .corrected = {form<Run>([](const Run& r, Claims& claims) { basis(r, r.gradient.size(), claims); })}};
}

Forms<MinimumInstance> planted() {
  constexpr auto gradient = [](const auto& r) { return squared_norm(r.g_x); };
  return {form<Run>("another point: ∇f(x) = 0", zero_elsewhere),
          form<Run>("value for gradient: f(x*) = 0", zero_minimum),
          form<Run>("missing term: no o(τ), so that f∘g is constant", no_remainder),
          planted_bound(
              "swapped: f(x) ≤ f(x*)", [](const auto& r) { return r.f_x; }, [](const auto& r) { return r.f_star; }),
          planted_bound("factor: ‖∇f(x)‖² ≤ L(f(x) − f(x*))", gradient,
                        [](const auto& r) { return r.L * (r.f_x - r.f_star); }),
          planted_bound("missing square: ‖∇f(x)‖ ≤ 2L(f(x) − f(x*)), both sides squared", gradient,
                        [](const Run& r) { return square(2 * r.L * (r.f_x - r.f_star)); })};
}

}  // namespace

FalseLine<MinimumInstance> o_of_tau_divided() {
  return {
      .words =
          {.key = "o(τ) after division by τ",
           .place = "Proposition 6.4, proof, line after the two expansions",
           .printed = "o(τ) ≤ (f∘g)′(0) ≤ o(τ)",
           .corrected = "o(1) ≤ (f∘g)′(0) ≤ o(1), with |o(1)| ≤ L/2 τ‖v‖² for L-smooth f",
           .remark = "These are the remainders of the lines above, divided by τ. That some o(τ) lie on both sides is "
                     "true in the end, because (f∘g)′(0) = 0, but it does not follow; the proof needs o(1) only.",
           .by_hand =
               "f(x) = x² at x* = 0, v = 1: the remainder is τ², and divided by τ it is τ, which is o(1) and not o(τ)",
           .weight = Weight::line},
      .printed = form<Run>(divided_is_small_o),
      .counterexample = {.f = make_objective(Quadratic(at(2), at(0))), .v = at(1), .x = at(1), .tau = 1},
      .corrected = {form<Run>(divided_vanishes)}};
}

Lines<MinimumInstance> lines() {
  return {.steps = steps(),
          .errata = {o_of_tau_divided(), basis_to_n()},
          .planted = planted(),
          .separating = {separating()}};
}

bool decidable(const MinimumInstance& instance) {
  if (instance.rational()) return true;
  const Ball::Precision precision(256);
  const Number::Over balls(Number::Kind::ball);
  const Run r(instance);
  return certainly_less(Number(0), r.along.forward.back().remainder) && certainly_less(Number(0), squared_norm(r.g_x));
}

Form<MinimumInstance> conclusion() { return form<Run>("as printed", printed).of_code(); }
Form<MinimumInstance> gradient_bound() { return form<Run>("gradient bound", quantitative); }
Form<MinimumInstance> attained() { return form<Run>("attained", equality); }
Form<MinimumInstance> enclosed() { return form<EnclosedRun>("enclosed", minimum_in_enclosure).of_code(); }
Form<MinimumInstance> enclosed_by_its_ends() {
  return form<EnclosedRun>("enclosed by its ends", ends_of_enclosure).of_code();
}
bool strongly_convex(const MinimumInstance& instance) {
  return hypotheses_hold(instance) && instance.rational() && instance.f->curvature().lower > 0;
}
Form<MinimumInstance> local_is_enough() { return form<Run>("local minimum", local_minimum); }

Form<MinimumInstance> however_small_tau() { return form<Run>("however small τ", divided_is_tau); }

}  // namespace verigrad::stationarity_at_minimum
