#include "verigrad/theorem/convexity_first_order.hpp"

#include <cmath>

#include "verigrad/number/types.hpp"

namespace verigrad::convexity_first_order {

const Statement& statement() {
  static const Statement result{
      .id = "mathdnn/6.1",
      .stem = "convexity_first_order",
      .title = "Convexity and the first-order inequality",
      .source = "MathDNN, Proposition 6.1",
      .text = "f convex (15) ⇔ ∀ x, y ∈ ℝᵐ, f(x) + ∇f(x)(y − x)ᵀ ≤ f(y) (16)",
      .hypotheses = {{"differentiable", "f is differentiable"},
                     {"convex", "f is convex (15), for ⇒"},
                     {"everywhere", "(16) at every x and y, for ⇐"},
                     {"domain", "f is defined on the whole of ℝᵐ"}},
      .steps = {{"expansion", "f(x + τ(y − x)) = f(x) + ∂f/∂(τ(y − x))(x) + o(‖τ(y − x)‖), here |o| ≤ L/2 τ²‖y − x‖²"},
                {"difference quotient", "∂f/∂(y − x)(x) + o(‖y − x‖) ≤ f(y) − f(x) for τ ∈ [−η, η]: τ < 0 included"},
                {"limit", "∂f/∂(y − x)(x) ≤ f(y) − f(x), the remainder vanishing with τ"},
                {"first order", "f(x) + ∇f(x)(y − x)ᵀ ≤ f(y)"},
                {"(a)", "f(z) − (1 − τ)∇f(z)(y − x)ᵀ = f(z) + ∇f(z)(x − z)ᵀ ≤ f(x), z = τx + (1 − τ)y"},
                {"combination", "τ(a) + (1 − τ)(b): f(z) ≤ τf(x) + (1 − τ)f(y)"}},
      .errata = {
          {.key = "τ below 0",
           .place = "Proposition 6.1, proof of ⇒, second displayed line",
           .printed = "f(x) + ∂f/∂(τ(y − x))(x) + o(‖τ(y − x)‖) ≤ τf(y) + (1 − τ)f(x) for τ ∈ [−η, η]",
           .corrected = "the same for τ ∈ [0, η]; for τ < 0 the opposite inequality holds",
           .remark = "the quantifier stands in all three lines. (15) speaks of τ ∈ [0, 1] only. Dividing by τ < 0 "
                     "would also turn the inequality, so that the third line, true as printed, does not follow "
                     "from the second for τ < 0, nor for τ = 0; the proof needs it for τ → 0⁺ only"},
          {.key = "f(y) for f(z)",
           .place = "Proposition 6.1, proof of ⇐, line (b)",
           .printed = "f(y) + τ∇f(z)(y − x)ᵀ = f(z) + ∇f(z)(y − z)ᵀ ≤ f(y)",
           .corrected = "f(z) + τ∇f(z)(y − x)ᵀ = f(z) + ∇f(z)(y − z)ᵀ ≤ f(y)",
           .remark = "line (a) has f(z) in this place, and the sum of both lines needs it; one letter, which a "
                     "scan could also have misread"},
          {.key = "length of the product sum",
           .place = "Notation 2, through ∇f(x)(y − x)ᵀ in (16)",
           .printed = "C = A ∗ B, A ∈ M(n, m), B ∈ M(m, p): Cᵢⱼ = Σ Aᵢₖ Bₖⱼ over k = 1 … n",
           .corrected = "Cᵢⱼ = Σ Aᵢₖ Bₖⱼ over k = 1 … m: the product of every check of this statement",
           .remark = "for a row (n = 1) times a column the printed sum has its first term only; every later use "
                     "takes all m. One letter, which a scan could also have misread"}}};
  return result;
}

bool applies_to(const Objective& f) { return f.curvature().convex() && std::isfinite(f.curvature().smoothness()); }

bool hypotheses_hold(const PairInstance& instance) { return applies_to(*instance.f); }

template <class T>
Run<T> run(const PairInstance& instance) {
  const ObjectiveOver<T>& f = instance.f->over<T>();
  Run<T> r{instance.pair<T>(), exact<T>(instance.tau), {}, {}, T(0), {}};
  r.z = r.tau * r.x + T(T(1) - r.tau) * r.y;
  r.g_z = f.gradient(r.z);
  r.f_z = f.value(r.z);
  r.along = along_line<T>(f, r.x, r.y - r.x, instance.tau);
  return r;
}

template <class T>
void convexity(const Run<T>& r, Claims<T>& claims) {
  claims.at_most("f(z) ≤ τf(x) + (1 − τ)f(y)", r.f_z, r.tau * r.f_x + (T(1) - r.tau) * r.f_y);
}

template <class T>
void conclusion(const Pair<T>& p, Claims<T>& claims) {
  claims.at_most("f(x) + ⟨∇f(x), y − x⟩ ≤ f(y)", p.f_x + dot<T>(p.g_x, p.y - p.x), p.f_y);
}

template <class T>
void violation(const Run<T>& r, Claims<T>& claims) {
  claims.less("τf(x) + (1 − τ)f(y) < f(z)", r.tau * r.f_x + (T(1) - r.tau) * r.f_y, r.f_z);
  claims.less("f(y) < f(z) + ⟨∇f(z), y − z⟩", r.f_y, r.f_z + dot<T>(r.g_z, r.y - r.z));
}

namespace {

template <class T>
void expansion(const Run<T>& r, Claims<T>& claims) {
  small_remainder(r.along, r.L, claims);
}

template <class T>
void quotients(const Run<T>& r, const std::vector<LinePoint<T>>& line, Claims<T>& claims) {
  for (std::size_t k = 0; k < line.size(); ++k)
    claims.at_most("∂f/∂(y − x)(x) + o(‖y − x‖) ≤ f(y) − f(x)", r.along.slope + line[k].remainder / line[k].t,
                   r.f_y - r.f_x, int(k));
}

template <class T>
void difference_quotient(const Run<T>& r, Claims<T>& claims) {
  quotients(r, r.along.forward, claims);
  quotients(r, r.along.backward, claims);
}

template <class T>
void limit(const Run<T>& r, Claims<T>& claims) {
  claims.at_most("∂f/∂(y − x)(x) ≤ f(y) − f(x)", r.along.slope, r.f_y - r.f_x);
  const auto& points = r.along.forward;
  for (std::size_t k = 0; k + 1 < points.size(); ++k)
    claims.at_most("o(‖τ(y − x)‖)/τ falls as τ → 0⁺", points[k + 1].remainder / points[k + 1].t,
                   points[k].remainder / points[k].t, int(k));
}

template <class T>
void first_order(const Run<T>& r, Claims<T>& claims) {
  conclusion<T>(r, claims);
}

template <class T>
T line_a(const Run<T>& r) {
  return r.f_z - (T(1) - r.tau) * dot<T>(r.g_z, r.y - r.x);
}

template <class T>
void step_a(const Run<T>& r, Claims<T>& claims) {
  claims.equal("(a) left = middle", line_a(r), r.f_z + dot<T>(r.g_z, r.x - r.z));
  claims.at_most("(a) ≤ f(x)", line_a(r), r.f_x);
}

/// (b) with first in the place where the text prints f(y).
template <class T>
void step_b(const Run<T>& r, const T& first, Claims<T>& claims) {
  const T left = first + r.tau * dot<T>(r.g_z, r.y - r.x);
  claims.equal("(b) left = middle", left, r.f_z + dot<T>(r.g_z, r.y - r.z));
  claims.at_most("(b) ≤ f(y)", left, r.f_y);
}

template <class T>
void combination(const Run<T>& r, Claims<T>& claims) {
  const T b = r.f_z + r.tau * dot<T>(r.g_z, r.y - r.x);
  claims.equal("τ(a) + (1 − τ)(b) = f(z)", r.tau * line_a(r) + (T(1) - r.tau) * b, r.f_z);
  convexity(r, claims);
}

template <class T>
T chord(const Run<T>& r, const T& t) {
  return t * r.f_y + (T(1) - t) * r.f_x;
}

template <class T>
void below_chord(const Run<T>& r, const std::vector<LinePoint<T>>& line, Claims<T>& claims) {
  for (std::size_t k = 0; k < line.size(); ++k)
    claims.at_most("f(x) + τ∂f/∂(y − x)(x) + o ≤ τf(y) + (1 − τ)f(x)",
                   r.f_x + line[k].t * r.along.slope + line[k].remainder, chord(r, line[k].t), int(k));
}

template <class T>
void either_sign(const Run<T>& r, Claims<T>& claims) {
  below_chord(r, r.along.backward, claims);
  below_chord(r, r.along.forward, claims);
}

template <class T>
void each_sign(const Run<T>& r, Claims<T>& claims) {
  below_chord(r, r.along.forward, claims);
  for (std::size_t k = 0; k < r.along.backward.size(); ++k)
    claims.at_most("τf(y) + (1 − τ)f(x) ≤ f(x + τ(y − x)) for τ < 0", chord(r, r.along.backward[k].t),
                   r.along.backward[k].f, int(k));
}

template <class T>
void with_sum_of_one(const Run<T>& r, Claims<T>& claims) {
  claims.at_most("f(x) + Σ over k = 1 … 1 ≤ f(y)", r.f_x + r.g_x[0] * (r.y[0] - r.x[0]), r.f_y);
}

/// A wrong first-order inequality.
template <class T>
void below(Claims<T>& claims, const T& left, const T& right) {
  claims.at_most("planted (16)", left, right);
}

template <class T>
void tilted(const Run<T>& r, Claims<T>& claims) {
  Vector<T> slope = r.g_x;
  slope[0] += frac<T>(1, 64);
  below<T>(claims, r.f_x + dot<T>(slope, r.y - r.x), r.f_y);
}

}  // namespace

template <class T>
Forms<T> steps() {
  return {{"expansion", expansion<T>}, {"difference quotient", difference_quotient<T>},
          {"limit", limit<T>},         {"first order", first_order<T>},
          {"(a)", step_a<T>},          {"combination", combination<T>}};
}

template <class T>
Forms<T> errata() {
  return {{"τ below 0", either_sign<T>},
          {"f(y) for f(z)", [](const Run<T>& r, Claims<T>& c) { step_b(r, r.f_y, c); }},
          {"length of the product sum", with_sum_of_one<T>}};
}

template <class T>
Forms<T> corrected() {
  return {{"τ below 0", each_sign<T>},
          {"f(y) for f(z)", [](const Run<T>& r, Claims<T>& c) { step_b(r, r.f_z, c); }},
          {"length of the product sum", first_order<T>}};
}

template <class T>
Forms<T> planted() {
  return {
      {"sign: f(x) − ⟨∇f(x), y − x⟩", [](const Run<T>& r, Claims<T>& c) { below<T>(c, r.f_x - r.along.slope, r.f_y); }},
      {"factor: 2⟨∇f(x), y − x⟩",
       [](const Run<T>& r, Claims<T>& c) { below<T>(c, r.f_x + T(2) * r.along.slope, r.f_y); }},
      {"swapped points: ∇f(y) for ∇f(x)",
       [](const Run<T>& r, Claims<T>& c) { below<T>(c, r.f_x + dot<T>(r.g_y, r.y - r.x), r.f_y); }},
      {"swapped values: f(y) + ⟨∇f(x), y − x⟩ ≤ f(x)",
       [](const Run<T>& r, Claims<T>& c) { below<T>(c, r.f_y + r.along.slope, r.f_x); }},
      {"missing term: f(x) ≤ f(y)", [](const Run<T>& r, Claims<T>& c) { below<T>(c, r.f_x, r.f_y); }},
      {"slope off by 1/64 in one coordinate", tilted<T>},
      {"swapped weights: (1 − τ)f(x) + τf(y)",
       [](const Run<T>& r, Claims<T>& c) { c.at_most("planted (15)", r.f_z, chord(r, r.tau)); }},
      {"missing term: f(z) ≤ τf(x)",
       [](const Run<T>& r, Claims<T>& c) { c.at_most("planted (15)", r.f_z, T(r.tau * r.f_x)); }}};
}

#define VERIGRAD_INSTANTIATE(T)                            \
  template Run<T> run<T>(const PairInstance&);             \
  template void convexity<T>(const Run<T>&, Claims<T>&);   \
  template void conclusion<T>(const Pair<T>&, Claims<T>&); \
  template void violation<T>(const Run<T>&, Claims<T>&);   \
  template Forms<T> steps<T>();                            \
  template Forms<T> errata<T>();                           \
  template Forms<T> corrected<T>();                        \
  template Forms<T> planted<T>();
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad::convexity_first_order
