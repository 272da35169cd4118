#include "verigrad/theorem/convexity/strong_monotonicity.hpp"

#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"

namespace verigrad::strong_monotonicity {

const Statement& statement() {
  static const Statement result =
      with_lines({.id = "sgm/5.8",
                  .stem = "strong_monotonicity",
                  .title = "Strong monotonicity and smoothness",
                  .source = "Stochastic gradient methods, (5.8)",
                  .text = "α|W₁ − W₂|² ≤ ⟨∇J(W₁) − ∇J(W₂), W₁ − W₂⟩ ≤ β|W₁ − W₂|²",
                  .code = {"problem/objective.hpp: ObjectiveOver", "problem/table.hpp: table_curvature"},
                  .hypotheses = {{"lower bound", "∇²J ≥ α; that α > 0 is not needed"},
                                 {"upper bound", "∇²J ≤ β"},
                                 {"continuous Hessian", "∇²J ∈ C⁰; a Hessian that jumps is enough"},
                                 {"domain", "J is defined on the whole of ℝ^q; a convex domain is enough"}},
                  .formal = {.theorems = {"conclusion"}}},
                 lines());
  return result;
}

bool hypotheses_hold(const HessianBoundsInstance& instance) {
  return hessian_is_bounded(instance) && instance.decidable();
}

namespace {

struct Run {
  using Instance = HessianBoundsInstance;
  explicit Run(const HessianBoundsInstance& instance)
      : J(instance.J->over<Number>()),
        alpha(exact(instance.alpha())),
        beta(exact(instance.beta())),
        w1(exact(instance.w1)),
        w2(exact(instance.w2)),
        g1(J.gradient(w1)),
        g2(J.gradient(w2)),
        d(w1 - w2),
        distance2(squared_norm(d)),
        change(dot(g1 - g2, d)) {}

  const ObjectiveOver<Number>& J;
  Number alpha, beta;
  Vector<Number> w1, w2, g1, g2, d;
  Number distance2;  ///< |W₁ − W₂|²
  Number change;     ///< ⟨∇J(W₁) − ∇J(W₂), W₁ − W₂⟩
};

void printed(const Run& r, Claims& claims) {
  claims.at_most("α|W₁ − W₂|² ≤ ⟨∇J(W₁) − ∇J(W₂), W₁ − W₂⟩", r.alpha * r.distance2, r.change, -1,
                 r.J.monotonicity_beyond(r.alpha, r.w1, r.w2));
  claims.at_most("⟨∇J(W₁) − ∇J(W₂), W₁ − W₂⟩ ≤ β|W₁ − W₂|²", r.change, r.beta * r.distance2);
}

void equal_below(const Run& r, Claims& claims) {
  claims.equal("α|W₁ − W₂|² = ⟨∇J(W₁) − ∇J(W₂), W₁ − W₂⟩", r.alpha * r.distance2, r.change);
}

void equal_above(const Run& r, Claims& claims) {
  claims.equal("⟨∇J(W₁) − ∇J(W₂), W₁ − W₂⟩ = β|W₁ − W₂|²", r.change, r.beta * r.distance2);
}

/// β is less than a sixteenth too large, and a negative α too small.
void nearly_above(const Run& r, Claims& claims) {
  claims.at_most("15/16 β|W₁ − W₂|² ≤ ⟨∇J(W₁) − ∇J(W₂), W₁ − W₂⟩", frac(15, 16) * r.beta * r.distance2, r.change);
}
void nearly_below(const Run& r, Claims& claims) {
  claims.at_most("⟨∇J(W₁) − ∇J(W₂), W₁ − W₂⟩ ≤ 15/16 α|W₁ − W₂|²", r.change, frac(15, 16) * r.alpha * r.distance2);
}

void excess_in_other_words(const Run& r, Claims& claims) {
  const Number share = r.alpha * r.distance2;
  claims.equal("monotonicity beyond α", r.J.monotonicity_beyond(r.alpha, r.w1, r.w2).value(), r.change - share);
  claims.equal("Hessian beyond α", r.J.hessian_beyond(r.alpha, r.w1, r.d).value(),
               dot(r.J.hessian_product(r.w1, r.d), r.d) - share);
}

/// Where ∇²J does not change between W₁ and W₂.
void within_a_piece(const Run& r, Claims& claims) {
  const Vector<Number> middle = frac(1, 2) * (r.w1 + r.w2);
  claims.equal("⟨∇J(W₁) − ∇J(W₂), d⟩ = ⟨∇²J d, d⟩", r.change, dot(r.J.hessian_product(middle, r.d), r.d));
}

/// W₂ + kd/4.
Vector<Number> quarter(const Run& r, int k) { return r.w2 + frac(k, 4) * r.d; }

/// part k − α|d|²/4: with p and q the ends of the quarter, ⟨∇J(q) − ∇J(p), d⟩ = 4⟨∇J(q) − ∇J(p), q − p⟩.
std::optional<Number> part_beyond(const Run& r, int k) {
  const auto beyond = r.J.monotonicity_beyond(r.alpha, quarter(r, k + 1), quarter(r, k));
  return beyond ? std::optional<Number>(4 * *beyond) : std::nullopt;
}

void hessian_on_segment(const Run& r, Claims& claims) {
  for (int k = 0; k <= 4; ++k) {
    const Number form = dot(r.J.hessian_product(quarter(r, k), r.d), r.d);
    claims.at_most("α|d|² ≤ ⟨∇²J(W₂ + kd/4) d, d⟩", r.alpha * r.distance2, form, k,
                   r.J.hessian_beyond(r.alpha, quarter(r, k), r.d));
    claims.at_most("⟨∇²J(W₂ + kd/4) d, d⟩ ≤ β|d|²", form, r.beta * r.distance2, k);
  }
}

void split(const Run& r, Claims& claims) {
  Number sum(0);
  for (int k = 0; k < 4; ++k) {
    const Number part = dot(r.J.gradient(quarter(r, k + 1)) - r.J.gradient(quarter(r, k)), r.d);
    claims.at_most("α|d|²/4 ≤ part k", frac(1, 4) * r.alpha * r.distance2, part, k, part_beyond(r, k));
    claims.at_most("part k ≤ β|d|²/4", part, frac(1, 4) * r.beta * r.distance2, k);
    sum += part;
  }
  claims.equal("sum of the parts", sum, r.change);
}

/// lower(r) ≤ upper(r) in place of one side of (5.8).
template <class Lower, class Upper>
Form<HessianBoundsInstance> planted_form(const char* key, Lower lower, Upper upper) {
  return form<Run>(key, [=](const Run& r, Claims& claims) { claims.at_most("planted (5.8)", lower(r), upper(r)); });
}

constexpr auto change = [](const auto& r) { return r.change; };
constexpr auto below = [](const auto& r) { return r.alpha * r.distance2; };
constexpr auto above = [](const auto& r) { return r.beta * r.distance2; };

/// J = x²/4 + y²/2 from two points close by.
HessianBoundsInstance separating() {
  return {make_objective(Quadratic(vector({0.5, 1}), vector({0, 0}))), vector({0, 1}),
          vector({0.00390625, 1.01171875})};
}

std::vector<Step<HessianBoundsInstance>> steps() {
  return {{"(5.4) on the segment",
           "α|d|² ≤ ⟨∇²J(W₂ + sd) d, d⟩ ≤ β|d|², d = W₁ − W₂, 0 ≤ s ≤ 1; the text gives no proof of (5.8), which is "
           "the integral of this line over s",
           form<Run>(hessian_on_segment)},
          {"split of the segment",
           "⟨∇J(W₁) − ∇J(W₂), d⟩ = Σₖ ⟨∇J(W₂ + (k+1)d/4) − ∇J(W₂ + kd/4), d⟩, each term between α|d|²/4 and β|d|²/4: "
           "(5.8) on each quarter of the segment",
           form<Run>(split)}};
}

Forms<HessianBoundsInstance> planted() {
  return {
      planted_form("swapped constants: β below", above, change),
      planted_form("swapped constants: α above", change, below),
      planted_form(
          "factor: 2α", [](const Run& r) { return 2 * below(r); }, change),
      planted_form("factor: β/2", change, [](const Run& r) { return frac(1, 2) * above(r); }),
      planted_form("sign: ∇J(W₁) + ∇J(W₂)", below, [](const Run& r) { return dot(r.g1 + r.g2, r.d); }),
      planted_form("swapped points: W₂ − W₁", below, [](const auto& r) { return -r.change; }),
      planted_form("missing term: ⟨∇J(W₁), W₁ − W₂⟩", below, [](const Run& r) { return dot(r.g1, r.d); }),
      planted_form(
          "missing square: α|W₁ − W₂|, both sides squared", [](const Run& r) { return square(r.alpha) * r.distance2; },
          [](const auto& r) { return square(r.change); })};
}

}  // namespace

Lines<HessianBoundsInstance> lines() { return {.steps = steps(), .planted = planted(), .separating = {separating()}}; }

Form<HessianBoundsInstance> conclusion() { return form<Run>("as printed", printed); }
Form<HessianBoundsInstance> excess() { return form<Run>("excess", excess_in_other_words).of_code(); }
Form<HessianBoundsInstance> constant_hessian() { return form<Run>("within a piece", within_a_piece); }
Form<HessianBoundsInstance> lower_nearly_attained() { return form<Run>("lower nearly attained", nearly_below); }
Form<HessianBoundsInstance> upper_nearly_attained() { return form<Run>("upper nearly attained", nearly_above); }
Form<HessianBoundsInstance> lower_attained() { return form<Run>("lower attained", equal_below); }
Form<HessianBoundsInstance> upper_attained() { return form<Run>("upper attained", equal_above); }

}  // namespace verigrad::strong_monotonicity
