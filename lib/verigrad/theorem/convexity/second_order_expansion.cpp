#include "verigrad/theorem/convexity/second_order_expansion.hpp"

#include <cmath>
#include <optional>

#include "verigrad/number/sign.hpp"
#include "verigrad/problem/logistic_regression.hpp"
#include "verigrad/problem/point.hpp"

namespace verigrad::second_order_expansion {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "sgm/5.6",
       .stem = "second_order_expansion",
       .title = "Second-order expansion",
       .source = "Stochastic gradient methods, (5.6)",
       .text = "there exists μ ∈ ℝ such that J(W) = J(W*) + ⟨∇J(W*), W − W*⟩ + ½⟨∇²J(W* + μ(W − W*))(W − W*), W − W*⟩; "
               "μ is found in [0, 1]",
       .code = {"problem/objective.hpp: ObjectiveOver"},
       .hypotheses = {{"continuous Hessian", "∇²J ∈ C⁰"},
                      {"bounds", "β ≥ ∇²J ≥ α > 0 (5.4), printed but not needed: non-convex J expand as well"},
                      {"extremal", "∇J(W*) = 0 (5.5), printed but not needed: it holds at any point"}},
       .formal = {.theorems = {"conclusion"}}},
      lines());
  return result;
}

bool hypotheses_hold(const HessianBoundsInstance& instance) { return extremal_and_bounded(instance); }

namespace {

struct Run {
  using Instance = HessianBoundsInstance;
  explicit Run(const HessianBoundsInstance& instance)
      : J(instance.J->over<Number>()),
        alpha(exact(instance.alpha())),
        beta(exact(instance.beta())),
        minimum(instance.minimum()),
        d(exact(instance.w1) - minimum.x_star),
        slope(dot(J.gradient(minimum.x_star), d)),
        rise(J.value(exact(instance.w1)) - minimum.f_star) {}

  /// ½⟨∇²J(W* + μd)d, d⟩.
  Number half_form(double mu) const {
    const Vector<Number> at = minimum.x_star + exact(mu) * d;
    return frac(1, 2) * dot(J.hessian_product(at, d), d);
  }
  /// J(W) − J(W*) − ⟨∇J(W*), d⟩.
  Number rest() const { return rise - slope; }

  const ObjectiveOver<Number>& J;
  Number alpha, beta;
  Minimum<Number> minimum;
  Vector<Number> d;
  Number slope;  ///< ⟨∇J(W*), d⟩
  Number rise;   ///< J(W) − J(W*)
};

/// Where ½⟨∇²J(W* + μd)d, d⟩ lies below the rest, and where above.
struct Bracket {
  double below, above;
};

/// How far ½⟨∇²J(W* + μd)d, d⟩ lies above the rest, by the middle of a ball: a proposal, no proof.
double excess(const Run& at, double mu) { return approximate(at.half_form(mu) - at.rest()); }

/// J and its slope along d at W* + μd, by the middles of balls.
struct AlongD {
  AlongD(const Run& at, double mu_) : mu(mu_) {
    const Vector<Number> point = at.minimum.x_star + exact(mu) * at.d;
    value = at.J.value(point);
    slope = dot(at.J.gradient(point), at.d);
  }
  double mu;
  Number value, slope;
};

/// The mean of ½⟨∇²J(W* + μd)d, d⟩ between two points, weighted with 1 − μ: over all of [0, 1] it is the rest.
Number weighted_mean(const AlongD& a, const AlongD& b) {
  const Number to_a = 1 - exact(a.mu), to_b = 1 - exact(b.mu);
  return (to_b * b.slope - to_a * a.slope + b.value - a.value) / (square(to_a) - square(to_b));
}

/// A μ where ½⟨∇²J(W* + μd)d, d⟩ lies on the wanted side of the rest: of two halves the one whose mean lies further on
/// that side, until its end does, however narrow the hill is on which it lies. None if it is too narrow for doubles.
std::optional<double> on_side(const Run& at, bool above) {
  constexpr int halvings = 60;
  const auto is_there = [&](double mu) {
    return sign_of(Number(at.half_form(mu) - at.rest())) != (above ? Sign::negative : Sign::positive);
  };
  AlongD left(at, 0), right(at, 1);
  for (int k = 0; k < halvings; ++k) {
    for (const double mu : {left.mu, right.mu})
      if (is_there(mu)) return mu;
    const AlongD middle(at, (left.mu + right.mu) / 2);
    if (middle.mu == left.mu || middle.mu == right.mu) break;
    const double difference = approximate(weighted_mean(left, middle) - weighted_mean(middle, right));
    (above == (difference >= 0) ? right : left) = middle;
  }
  return std::nullopt;
}

Bracket halved(const Run& at, Bracket bracket) {
  const double middle = (bracket.below + bracket.above) / 2;
  (excess(at, middle) <= 0 ? bracket.below : bracket.above) = middle;
  return bracket;
}

/// Points with the rest between them, halved until 2⁻¹² apart; none where one is not found. Far out a sigmoid's
/// curvature changes by e^{−100} or less along d, of values near 1: hence the precision.
std::optional<Bracket> bracket_of(const HessianBoundsInstance& instance) {
  const Ball::Precision precision(1024);
  const Number::Over balls(Number::Kind::ball);
  const Run at(instance);
  const std::optional<double> below = on_side(at, false), above = on_side(at, true);
  if (!below || !above) return std::nullopt;
  Bracket bracket{*below, *above};
  while (std::abs(bracket.below - bracket.above) > std::ldexp(1, -12)) bracket = halved(at, bracket);
  return bracket;
}

struct BracketedRun : Run {
  explicit BracketedRun(const HessianBoundsInstance& instance) : Run(instance), bracket(bracket_of(instance)) {}
  std::optional<Bracket> bracket;
};

/// No claim without a bracket: that none was found says nothing of whether there is one.
/// ½⟨∇²J(W* + μ₁d)d, d⟩ ≤ rest ≤ ½⟨∇²J(W* + μ₂d)d, d⟩.
void bracketed(const BracketedRun& r, const Number& factor, const Number& rest, Claims& claims) {
  if (!r.bracket) return;
  claims.at_most("½⟨∇²J(W* + μ₁d)d, d⟩ ≤ J(W) − J(W*) − ⟨∇J(W*), d⟩", factor * r.half_form(r.bracket->below), rest);
  claims.at_most("J(W) − J(W*) − ⟨∇J(W*), d⟩ ≤ ½⟨∇²J(W* + μ₂d)d, d⟩", rest, factor * r.half_form(r.bracket->above));
}

constexpr auto exists = [](const BracketedRun& r, Claims& claims) { bracketed(r, 1, r.rest(), claims); };

void at_every_mu(const Run& r, Claims& claims) {
  for (const double mu : {-1.0, 0.0, 0.5, 1.0, 2.0}) claims.equal("(5.6) at μ", r.half_form(mu), r.rest());
}

void two_values(const Run& r, Claims& claims) {
  claims.equal("(rest − value at W*)(rest − value at W) = 0", (r.rest() - r.half_form(0)) * (r.rest() - r.half_form(1)),
               0);
}

void between_bounds(const Run& r, Claims& claims) {
  const Number half_square = frac(1, 2) * squared_norm(r.d);
  claims.at_most("α/2 |d|² ≤ J(W) − J(W*) − ⟨∇J(W*), d⟩", r.alpha * half_square, r.rest());
  claims.at_most("J(W) − J(W*) − ⟨∇J(W*), d⟩ ≤ β/2 |d|²", r.rest(), r.beta * half_square);
}

/// (5.6) with `factor` times its second-order term and `rest` in place of the rest.
template <class Factor, class Rest>
Form<HessianBoundsInstance> planted_form(const char* key, Factor factor, Rest rest) {
  return form<BracketedRun>(key,
                            [=](const BracketedRun& r, Claims& claims) { bracketed(r, factor(r), rest(r), claims); });
}

/// (5.6) with one μ for every W.
Form<HessianBoundsInstance> planted_mu(const char* key, double mu) {
  return form<Run>(key,
                   [mu](const Run& r, Claims& claims) { claims.equal("planted (5.6)", r.half_form(mu), r.rest()); });
}

constexpr auto one = [](const BracketedRun&) { return 1; };
constexpr auto rest = [](const auto& r) { return r.rest(); };

/// (log(1 + e^{−x/2}) + log(1 + e^{−y}))/2 + (x² + y²)/8 from two points close by, the second taken for W*.
HessianBoundsInstance separating() {
  const Matrix<double> a{{0.5, 0}, {0, 1}};
  return {make_objective(LogisticRegression(a, vector({1, 1}), 0.25)),
          vector({0, 0}),
          vector({0.015625, 0}),
          {},
          vector({0.015625, 0})};
}

std::vector<Step<HessianBoundsInstance>> steps() {
  return {{"rest as an integral",
           "the rest lies between ½ min and ½ max of ⟨∇²J(W* + μd)d, d⟩ over μ, hence between α/2 |d|² and β/2 |d|²; "
           "the text gives no proof",
           form<Run>(between_bounds)}};
}

Forms<HessianBoundsInstance> planted() {
  return {planted_form(
              "missing factor ½", [](const BracketedRun&) { return 2; }, rest),
          planted_form(
              "factor: 1/6 for ½", [](const BracketedRun&) { return frac(1, 3); }, rest),
          planted_form(
              "sign: −½⟨∇²J d, d⟩", [](const BracketedRun&) { return -1; }, rest),
          planted_form("swapped points: J(W*) − J(W)", one, [](const auto& r) { return -r.rise - r.slope; }),
          planted_form("missing term ⟨∇J(W*), d⟩", one, [](const auto& r) { return r.rise; }),
          planted_form("sign: −⟨∇J(W*), d⟩", one, [](const auto& r) { return r.rise + r.slope; }),
          planted_mu("μ = 0: the Hessian at W*", 0),
          planted_mu("μ = 1: the Hessian at W", 1)};
}

}  // namespace

Lines<HessianBoundsInstance> lines() { return {.steps = steps(), .planted = planted(), .separating = {separating()}}; }

Form<HessianBoundsInstance> conclusion() { return form<BracketedRun>("as printed", exists); }
Form<HessianBoundsInstance> every_mu() { return form<Run>("every μ", at_every_mu); }
Form<HessianBoundsInstance> one_of_two_values() { return form<Run>("one of two values", two_values); }

}  // namespace verigrad::second_order_expansion
