#include "verigrad/theorem/convexity/quadratic_sandwich.hpp"

#include "verigrad/number/sign.hpp"
#include "verigrad/problem/least_squares.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"

namespace verigrad::quadratic_sandwich {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "sgm/5.7",
       .stem = "quadratic_sandwich",
       .title = "Quadratic sandwich",
       .source = "Stochastic gradient methods, (5.7)",
       .text = "J(W*) ≤ J(W*) + α/2 |W − W*|² ≤ J(W) ≤ J(W*) + β/2 |W − W*|² for all W ∈ ℝ^q. So W* is a minimizer and "
               "moreover it is the unique minimizer",
       .code = {"problem/objective.hpp: ObjectiveOver"},
       .hypotheses = {{"lower bound", "∇²J ≥ α > 0; with α = 0 the inequalities remain, uniqueness does not"},
                      {"upper bound", "∇²J ≤ β"},
                      {"extremal", "∇J(W*) = 0 (5.5)"},
                      {"continuous Hessian", "∇²J ∈ C⁰; a Hessian that jumps is enough"}},
       .formal = {.theorems = {"conclusion", "conclusion_unique_minimiser"}}},
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
        w(exact(instance.w1)),
        d(w - minimum.x_star),
        distance2(squared_norm(d)),
        rise(J.value(w) - minimum.f_star) {}

  const ObjectiveOver<Number>& J;
  Number alpha, beta;
  Minimum<Number> minimum;
  Vector<Number> w, d;
  Number distance2;  ///< |W − W*|²
  Number rise;       ///< J(W) − J(W*)
};

/// κ/2 |W − W*|².
Number parabola(const Run& r, const Number& kappa) { return frac(1, 2) * kappa * r.distance2; }

void printed(const Run& r, Claims& claims) {
  claims.at_most("α/2 |W − W*|² ≤ J(W) − J(W*)", parabola(r, r.alpha), r.rise);
  claims.at_most("J(W) − J(W*) ≤ β/2 |W − W*|²", r.rise, parabola(r, r.beta));
}

void strict(const Run& r, Claims& claims) { claims.less("J(W*) < J(W)", r.minimum.f_star, r.minimum.f_star + r.rise); }

void equal_below(const Run& r, Claims& claims) {
  claims.equal("α/2 |W − W*|² = J(W) − J(W*)", parabola(r, r.alpha), r.rise);
}

void equal_above(const Run& r, Claims& claims) {
  claims.equal("J(W) − J(W*) = β/2 |W − W*|²", r.rise, parabola(r, r.beta));
}

void hessian_on_segment(const Run& r, Claims& claims) {
  for (int k = 0; k <= 4; ++k) {
    const Vector<Number> at = r.minimum.x_star + frac(k, 4) * r.d;
    const Number half_form = frac(1, 2) * dot(r.J.hessian_product(at, r.d), r.d);
    std::optional<Number> beyond = r.J.hessian_beyond(r.alpha, at, r.d);
    if (beyond) beyond = frac(1, 2) * *beyond;
    claims.at_most("α/2 |d|² ≤ ½⟨∇²J(W* + kd/4) d, d⟩", parabola(r, r.alpha), half_form, k, std::move(beyond));
    claims.at_most("½⟨∇²J(W* + kd/4) d, d⟩ ≤ β/2 |d|²", half_form, parabola(r, r.beta), k);
  }
}

void first_inequality(const Run& r, Claims& claims) {
  claims.at_most("J(W*) ≤ J(W*) + α/2 |W − W*|²", r.minimum.f_star, r.minimum.f_star + parabola(r, r.alpha));
}

bool differs_from_minimiser(const HessianBoundsInstance& instance) {
  const Ball::Precision precision(256);
  const Number::Over balls(Number::Kind::ball);
  return certainly_less(Number(0), Run(instance).distance2);
}

/// lower(r) ≤ upper(r) in place of one side of (5.7).
template <class Lower, class Upper>
Form<HessianBoundsInstance> planted_form(const char* key, Lower lower, Upper upper) {
  return form<Run>(key, [=](const Run& r, Claims& claims) { claims.at_most("planted (5.7)", lower(r), upper(r)); });
}

constexpr auto rise = [](const auto& r) { return r.rise; };
constexpr auto below = [](const auto& r) { return parabola(r, r.alpha); };
constexpr auto above = [](const auto& r) { return parabola(r, r.beta); };

/// x²/4 + y²/2 at two points close by and on the flatter axis; (x² + (x − 2)²)/4 at its minimiser, where it is
/// 1/2.
std::vector<HessianBoundsInstance> separating() {
  const ObjectivePtr J = make_objective(Quadratic(vector({0.5, 1}), vector({0, 0})));
  return {{J, vector({0, 1}), vector({0.00390625, 1.01171875})},
          {J, vector({4, 0}), vector({4, 0})},
          {make_objective(LeastSquares(Matrix<double>{{1}, {1}}, vector({0, 2}))), at(1), at(1)}};
}

std::vector<Step<HessianBoundsInstance>> steps() {
  return {
      {"(5.4) in (5.6)", "α/2 |d|² ≤ ½⟨∇²J(W* + μd) d, d⟩ ≤ β/2 |d|², d = W − W*", form<Run>(hessian_on_segment)},
      {"first inequality", "J(W*) ≤ J(W*) + α/2 |W − W*|²", form<Run>(first_inequality).where(differs_from_minimiser)}};
}

Forms<HessianBoundsInstance> planted() {
  return {planted_form(
              "missing factor: α for α/2", [](const Run& r) { return 2 * below(r); }, rise),
          planted_form("factor: β/4", rise, [](const Run& r) { return frac(1, 2) * above(r); }),
          planted_form("swapped constants: β below", above, rise),
          planted_form("swapped constants: α above", rise, below),
          planted_form("sign: J(W) ≤ J(W*) − β/2 |W − W*|²", rise, [](const auto& r) { return -above(r); }),
          planted_form(
              "missing term: J(W) ≤ β/2 |W − W*|²", [](const Run& r) { return r.rise + r.minimum.f_star; }, above),
          planted_form(
              "missing square: |W − W*|, both sides squared", [](const auto& r) { return square(r.rise); },
              [](const Run& r) { return frac(1, 4) * square(r.beta) * r.distance2; }),
          planted_form(
              "inverse: 1/α for α", [](const Run& r) { return parabola(r, 1 / r.alpha); }, rise)};
}

}  // namespace

Lines<HessianBoundsInstance> lines() { return {.steps = steps(), .planted = planted(), .separating = separating()}; }

Form<HessianBoundsInstance> conclusion() { return form<Run>("as printed", printed); }

Form<HessianBoundsInstance> unique_minimiser() {
  return form<Run>("unique minimiser", strict).where(differs_from_minimiser);
}

Form<HessianBoundsInstance> lower_attained() { return form<Run>("lower attained", equal_below); }
Form<HessianBoundsInstance> upper_attained() { return form<Run>("upper attained", equal_above); }

}  // namespace verigrad::quadratic_sandwich
