#include "verigrad/theorem/convexity/convexity_first_order.hpp"

#include <cmath>

#include "verigrad/problem/huber.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/theorem/convexity/along_line.hpp"

namespace verigrad::convexity_first_order {

const Statement& statement() {
  static const Statement result = with_lines({.id = "mathdnn/6.1",
                                              .stem = "convexity_first_order",
                                              .title = "Convexity and the first-order inequality",
                                              .source = "MathDNN, Proposition 6.1",
                                              .text = "f convex (15) ⇔ ∀ x, y ∈ ℝᵐ, f(x) + ∇f(x)(y − x)ᵀ ≤ f(y) (16)",
                                              .code = {"problem/objective.hpp: ObjectiveOver"},
                                              .hypotheses = {{"differentiable", "f is differentiable"},
                                                             {"convex", "f is convex (15), for ⇒"},
                                                             {"everywhere", "(16) at every x and y, for ⇐"},
                                                             {"domain", "f is defined on the whole of ℝᵐ"}},
                                              .formal = {.theorems = {"conclusion"}}},
                                             lines());
  return result;
}

bool applies_to(const Objective& f) { return f.curvature().convex() && std::isfinite(f.curvature().smoothness()); }

bool hypotheses_hold(const PairInstance& instance) { return applies_to(*instance.f); }

void first_order(const Pair<Number>& p, Claims& claims) {
  claims.at_most("f(x) + ⟨∇f(x), y − x⟩ ≤ f(y)", p.f_x + dot(p.g_x, p.y - p.x), p.f_y);
}

namespace {

/// The quantities of the proof, in the text's letters.
struct Run : Pair<Number> {
  using Instance = PairInstance;
  explicit Run(const PairInstance& instance) : Pair<Number>(instance.pair<Number>()), tau(exact(instance.tau)) {
    const ObjectiveOver<Number>& f = instance.f->over<Number>();
    z = tau * this->x + (1 - tau) * this->y;
    g_z = f.gradient(z);
    f_z = f.value(z);
    along = along_line(f, this->x, this->y - this->x, instance.tau);
  }

  Number tau;
  Vector<Number> z, g_z;  ///< z = τx + (1 − τ)y and ∇f(z)
  Number f_z;
  AlongLine along;  ///< x + t(y − x), its slope ∂f/∂(y − x)(x) = ∇f(x)(y − x)ᵀ
};

Number chord(const Run& r, const Number& t) { return t * r.f_y + (1 - t) * r.f_x; }

void below_the_chord(const Run& r, Claims& claims) {
  claims.at_most("f(z) ≤ τf(x) + (1 − τ)f(y)", r.f_z, r.tau * r.f_x + (1 - r.tau) * r.f_y);
}

constexpr auto printed = [](const Pair<Number>& p, Claims& claims) { first_order(p, claims); };

void equality(const Run& r, Claims& claims) {
  claims.equal("f(z) = τf(x) + (1 − τ)f(y)", r.f_z, r.tau * r.f_x + (1 - r.tau) * r.f_y);
  claims.equal("f(x) + ⟨∇f(x), y − x⟩ = f(y)", r.f_x + r.along.slope, r.f_y);
}

void opposites(const Run& r, Claims& claims) {
  claims.less("τf(x) + (1 − τ)f(y) < f(z)", r.tau * r.f_x + (1 - r.tau) * r.f_y, r.f_z);
  claims.less("f(y) < f(z) + ⟨∇f(z), y − z⟩", r.f_y, r.f_z + dot(r.g_z, r.y - r.z));
}

constexpr auto expansion = [](const Run& r, Claims& claims) { small_remainder(r.along, r.L, claims); };

void quotients(const Run& r, const std::vector<LinePoint>& line, Claims& claims) {
  for (std::size_t k = 0; k < line.size(); ++k)
    claims.at_most("∂f/∂(y − x)(x) + o(‖y − x‖) ≤ f(y) − f(x)", r.along.slope + line[k].remainder / line[k].t,
                   r.f_y - r.f_x, int(k));
}

void difference_quotient(const Run& r, Claims& claims) {
  quotients(r, r.along.forward, claims);
  quotients(r, r.along.backward, claims);
}

void limit(const Run& r, Claims& claims) {
  claims.at_most("∂f/∂(y − x)(x) ≤ f(y) − f(x)", r.along.slope, r.f_y - r.f_x);
  const auto& points = r.along.forward;
  for (std::size_t k = 0; k + 1 < points.size(); ++k)
    claims.at_most("o(‖τ(y − x)‖)/τ falls as τ → 0⁺", points[k + 1].remainder / points[k + 1].t,
                   points[k].remainder / points[k].t, int(k));
}

Number line_a(const Run& r) { return r.f_z - (1 - r.tau) * dot(r.g_z, r.y - r.x); }

void step_a(const Run& r, Claims& claims) {
  claims.equal("(a) left = middle", line_a(r), r.f_z + dot(r.g_z, r.x - r.z));
  claims.at_most("(a) ≤ f(x)", line_a(r), r.f_x);
}

/// (b) with first in the place where the text prints f(y).
void step_b(const Run& r, const Number& first, Claims& claims) {
  const Number left = first + r.tau * dot(r.g_z, r.y - r.x);
  claims.equal("(b) left = middle", left, r.f_z + dot(r.g_z, r.y - r.z));
  claims.at_most("(b) ≤ f(y)", left, r.f_y);
}

void combination(const Run& r, Claims& claims) {
  const Number b = r.f_z + r.tau * dot(r.g_z, r.y - r.x);
  claims.equal("τ(a) + (1 − τ)(b) = f(z)", r.tau * line_a(r) + (1 - r.tau) * b, r.f_z);
  below_the_chord(r, claims);
}

void below_chord(const Run& r, const std::vector<LinePoint>& line, Claims& claims) {
  for (std::size_t k = 0; k < line.size(); ++k)
    claims.at_most("f(x) + τ∂f/∂(y − x)(x) + o ≤ τf(y) + (1 − τ)f(x)",
                   r.f_x + line[k].t * r.along.slope + line[k].remainder, chord(r, line[k].t), int(k));
}

void either_sign(const Run& r, Claims& claims) {
  below_chord(r, r.along.backward, claims);
  below_chord(r, r.along.forward, claims);
}

void each_sign(const Run& r, Claims& claims) {
  below_chord(r, r.along.forward, claims);
  for (std::size_t k = 0; k < r.along.backward.size(); ++k)
    claims.at_most("τf(y) + (1 − τ)f(x) ≤ f(x + τ(y − x)) for τ < 0", chord(r, r.along.backward[k].t),
                   r.along.backward[k].f, int(k));
}

void with_sum_of_one(const Run& r, Claims& claims) {
  claims.at_most("f(x) + Σ over k = 1 … 1 ≤ f(y)", r.f_x + r.g_x[0] * (r.y[0] - r.x[0]), r.f_y);
}

/// A planted mistake: left(run) ≤ right(run) in the place of `line`.
template <class Left, class Right>
Form<PairInstance> planted_bound(const char* key, const char* line, Left left, Right right) {
  return form<Run>(key, [=](const Run& r, Claims& claims) { claims.at_most(line, left(r), right(r)); });
}

/// Close by on a parabola, and on the line of Huber's function.
std::vector<PairInstance> separating() {
  return {{make_objective(Quadratic(at(1), at(0))), at(0.9990234375), at(1), 0},
          {make_objective(Huber(at(1), 0.5, at(0))), at(-2), at(-1), 0}};
}

std::vector<Step<PairInstance>> steps() {
  return {{"expansion", "f(x + τ(y − x)) = f(x) + ∂f/∂(τ(y − x))(x) + o(‖τ(y − x)‖), here |o| ≤ L/2 τ²‖y − x‖²",
           form<Run>(expansion)},
          {"difference quotient", "∂f/∂(y − x)(x) + o(‖y − x‖) ≤ f(y) − f(x) for τ ∈ [−η, η]: τ < 0 included",
           form<Run>(difference_quotient)},
          {"limit", "∂f/∂(y − x)(x) ≤ f(y) − f(x), the remainder vanishing with τ", form<Run>(limit)},
          {"first order", "f(x) + ∇f(x)(y − x)ᵀ ≤ f(y)", form<Run>(printed)},
          {"(a)", "f(z) − (1 − τ)∇f(z)(y − x)ᵀ = f(z) + ∇f(z)(x − z)ᵀ ≤ f(x), z = τx + (1 − τ)y", form<Run>(step_a)},
          {"combination", "τ(a) + (1 − τ)(b): f(z) ≤ τf(x) + (1 − τ)f(y)", form<Run>(combination)}};
}

PairInstance square_function() { return {make_objective(Quadratic(at(2), at(0))), at(0), at(1), 0.5}; }

FalseLine<PairInstance> f_y_for_f_z() {
  return {.words = {.key = "f(y) for f(z)",
                    .place = "Proposition 6.1, proof of ⇐, line (b)",
                    .printed = "f(y) + τ∇f(z)(y − x)ᵀ = f(z) + ∇f(z)(y − z)ᵀ ≤ f(y)",
                    .corrected = "f(z) + τ∇f(z)(y − x)ᵀ = f(z) + ∇f(z)(y − z)ᵀ ≤ f(y)",
                    .remark = "Line (a) has f(z) in this place, and the sum of both lines needs it.",
                    .weight = Weight::notation,
                    .one_letter = true},
          .printed = form<Run>([](const Run& r, Claims& claims) { step_b(r, r.f_y, claims); }),
          .counterexample = square_function(),
          .corrected = {form<Run>([](const Run& r, Claims& claims) { step_b(r, r.f_z, claims); })}};
}

FalseLine<PairInstance> length_of_product_sum() {
  return {
      .words =
          {.key = "length of the product sum",
           .place = "Notation 2, through ∇f(x)(y − x)ᵀ in (16)",
           .printed = "C = A ∗ B, A ∈ M(n, m), B ∈ M(m, p): Cᵢⱼ = Σ Aᵢₖ Bₖⱼ over k = 1 … n",
           .corrected = "Cᵢⱼ = Σ Aᵢₖ Bₖⱼ over k = 1 … m: the product of every check of this statement",
           .remark =
               "For a row (n = 1) times a column the printed sum has its first term only; every later use takes all m.",
           .weight = Weight::notation,
           .one_letter = true},
      .printed = form<Run>(with_sum_of_one),
      .counterexample = {make_objective(Quadratic(vector({1, 1}), vector({0, 0}))), vector({0, 1}), vector({0, 0}),
                         0.5},
      .corrected = {form<Run>(printed)}};
}

Forms<PairInstance> planted() {
  constexpr auto f_y = [](const auto& r) { return r.f_y; };
  constexpr auto f_z = [](const auto& r) { return r.f_z; };
  constexpr const char* first_order = "planted (16)";
  constexpr const char* convexity = "planted (15)";
  return {planted_bound(
              "sign: f(x) − ⟨∇f(x), y − x⟩", first_order, [](const auto& r) { return r.f_x - r.along.slope; }, f_y),
          planted_bound(
              "factor: 2⟨∇f(x), y − x⟩", first_order, [](const Run& r) { return r.f_x + 2 * r.along.slope; }, f_y),
          planted_bound(
              "swapped points: ∇f(y) for ∇f(x)", first_order,
              [](const Run& r) { return r.f_x + dot(r.g_y, r.y - r.x); }, f_y),
          planted_bound(
              "swapped values: f(y) + ⟨∇f(x), y − x⟩ ≤ f(x)", first_order,
              [](const auto& r) { return r.f_y + r.along.slope; }, [](const auto& r) { return r.f_x; }),
          planted_bound(
              "missing term: f(x) ≤ f(y)", first_order, [](const auto& r) { return r.f_x; }, f_y),
          planted_bound(
              "slope off by 1/64 in one coordinate", first_order,
              [](const Run& r) {
                Vector<Number> slope = r.g_x;
                slope[0] += frac(1, 64);
                return r.f_x + dot(slope, r.y - r.x);
              },
              f_y),
          planted_bound("swapped weights: (1 − τ)f(x) + τf(y)", convexity, f_z,
                        [](const auto& r) { return chord(r, r.tau); }),
          planted_bound("missing term: f(z) ≤ τf(x)", convexity, f_z, [](const auto& r) { return r.tau * r.f_x; })};
}

void fails_at_small_scales(const PairInstance& instance, Claims& claims) {
  const auto p = instance.pair<Number>();
  for (int k = 0; k <= 40; ++k) {
    const Number tau = exact(-std::ldexp(1, -k));
    claims.less("τf(y) + (1 − τ)f(x) < f(x + τ(y − x))", tau * p.f_y + (1 - tau) * p.f_x,
                instance.f->over<Number>().value(p.x + tau * (p.y - p.x)), k);
  }
}

}  // namespace

FalseLine<PairInstance> tau_below_0() {
  return {
      .words = {.key = "τ below 0",
                .place = "Proposition 6.1, proof of ⇒, second displayed line",
                .printed = "∀τ ∈ [−η, η], … f(x) + ∂f/∂(τ(y − x))(x) + o(‖τ(y − x)‖) ≤ τf(y) + (1 − τ)f(x)",
                .corrected = "the same for τ ∈ [0, η]; for τ < 0 the opposite inequality holds",
                .remark = "The quantifier stands in all three lines, (15) speaks of τ ∈ [0, 1] only. Dividing by τ < 0 "
                          "would also turn the inequality, so that the third line, true as printed, does not follow "
                          "from the second for τ ≤ 0; the proof needs it for τ → 0⁺ only.",
                .by_hand = "f(x) = x², x = 0, y = 1, τ = −½: f(x + τ(y − x)) = ¼ ≤ τf(y) + (1 − τ)f(x) = −½ is false",
                .weight = Weight::line},
      .printed = form<Run>(either_sign),
      .counterexample = square_function(),
      .corrected = {form<Run>(each_sign)}};
}

Form<PairInstance> however_small() { return {"however small", fails_at_small_scales}; }

Lines<PairInstance> lines() {
  return {.steps = steps(),
          .errata = {tau_below_0(), f_y_for_f_z(), length_of_product_sum()},
          .planted = planted(),
          .separating = separating()};
}

template <class Instance>
Form<Instance> conclusion() {
  return form<PairRun, Instance>("as printed", printed);
}

Form<PairInstance> convexity() { return form<Run>("(15)", below_the_chord); }
Form<PairInstance> attained() { return form<Run>("attained", equality); }
Form<PairInstance> violation() { return form<Run>("violation", opposites); }

template Form<PairInstance> conclusion<PairInstance>();
template Form<InterpolationInstance> conclusion<InterpolationInstance>();

}  // namespace verigrad::convexity_first_order
