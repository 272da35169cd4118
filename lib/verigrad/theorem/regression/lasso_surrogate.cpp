#include "verigrad/theorem/regression/lasso_surrogate.hpp"

#include "verigrad/algorithm/iterative_soft_thresholding.hpp"
#include "verigrad/problem/point.hpp"

namespace verigrad::lasso_surrogate {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "mfds/surrogate",
       .stem = "lasso_surrogate",
       .title = "Surrogate functional of the LASSO",
       .source = "Mathematical Foundations of Data Sciences, 14.1.4",
       .text = "f(x) ≤ f_τ(x, x′), f_τ(x, x′) = 0, and f(·) − f_τ(·, x′) is smooth; f(x_{k+1}) ≤ f(x_k)",
       .code = {"problem/lasso.hpp: Lasso", "algorithm/iterative_soft_thresholding.hpp: IterativeSoftThresholding"},
       .hypotheses = {{"τ ≤ 1/‖A‖²", "λ_max(AᵀA) ≤ 1/τ"}},
       .formal = {.theorems = {"conclusion_quadratic_part", "conclusion_majorises", "conclusion_touches",
                               "conclusion_convex", "conclusion_decreases"},
                  .corrected = "f_τ(x, x) = f(x), for the printed 0"}},
      lines());
  return result;
}

bool any_step(const LassoInstance& i) { return i.lasso.lambda >= 0 && i.tau > 0; }
bool hypotheses_hold(const LassoInstance& i) { return any_step(i) && i.step_is_at_most(1); }

namespace {

struct Run {
  using Instance = LassoInstance;
  explicit Run(const LassoInstance& i)
      : lasso(i.lasso), ista{i.tau}, tau(exact(i.tau)), x(exact(i.other)), base(exact(i.x)) {}

  Number f(const Vector<Number>& at) const { return lasso.value<Number>(at); }
  Number image(const Vector<Number>& v) const { return squared_norm(product(lasso.a, v)); }
  /// K(base + v, base).
  Number k(const Vector<Number>& v) const { return squared_norm(v) / (2 * tau) - frac(1, 2) * image(v); }
  /// f_τ(at, x′).
  Number surrogate(const Vector<Number>& at) const {
    const Vector<Number> v = at - base;
    return f(at) - frac(1, 2) * image(v) + squared_norm(v) / (2 * tau);
  }
  Vector<Number> next() const { return ista.step<Number>(lasso, base); }

  Lasso lasso;
  IterativeSoftThresholding ista;
  Number tau;
  Vector<Number> x, base;  ///< x and x′
};

void majorises(const Run& r, Claims& claims) {
  claims.at_most("f(x) ≤ f_τ(x, x′)", r.f(r.x), r.surrogate(r.x));
  const Vector<Number> v = r.x - r.base;
  const auto difference = [&](const Vector<Number>& at) { return r.surrogate(at) - r.f(at); };
  claims.equal("second difference of f_τ − f along x − x′ at x = that at x′",
               difference(r.x + v) - 2 * difference(r.x) + difference(r.base),
               difference(r.base + v) - 2 * difference(r.base) + difference(r.base - v));
}
void positive_part(const Run& r, Claims& claims) {
  const Vector<Number> v = r.x - r.base;
  claims.at_most("½‖Av‖² ≤ ‖v‖²/(2τ)", frac(1, 2) * r.image(v), squared_norm(v) / (2 * r.tau));
}
void zero_part(const Run& r, Claims& claims) { claims.equal("K(x, x′) = 0", r.k(r.x - r.base), 0); }
void midpoint(const Run& r, Claims& claims) {
  const Vector<Number> middle = frac(1, 2) * (r.x + r.base);
  claims.at_most("f_τ half way + ‖x − x′‖²/(8τ) ≤ mean of f_τ",
                 r.surrogate(middle) + squared_norm(r.x - r.base) / (8 * r.tau),
                 frac(1, 2) * (r.surrogate(r.x) + r.surrogate(r.base)));
}
void decreases(const Run& r, Claims& claims) {
  const Vector<Number> next = r.next();
  claims.at_most("f_τ(x⁺, x′) + ‖x − x⁺‖²/(2τ) ≤ f_τ(x, x′)",
                 r.surrogate(next) + squared_norm(r.x - next) / (2 * r.tau), r.surrogate(r.x));
  claims.at_most("f(x⁺) ≤ f_τ(x⁺, x′)", r.f(next), r.surrogate(next));
  claims.at_most("f_τ(x⁺, x′) ≤ f(x′)", r.surrogate(next), r.f(r.base));
  claims.at_most("f(x⁺) ≤ f(x′)", r.f(next), r.f(r.base));
}
void zero_on_diagonal(const Run& r, Claims& claims) { claims.equal("f_τ(x′, x′) = 0", r.surrogate(r.base), 0); }
void value_on_diagonal(const Run& r, Claims& claims) {
  claims.equal("f_τ(x′, x′) = f(x′)", r.surrogate(r.base), r.f(r.base));
}

/// ½⟨(Id/τ − AᵀA)v, v⟩.
Number quadratic_form(const Run& r, const Vector<Number>& v) {
  const Vector<Number> applied = 1 / r.tau * v - product(r.lasso.a.transpose(), product(r.lasso.a, v));
  return frac(1, 2) * dot(applied, v);
}
/// −½‖Av‖² + ‖v‖/(2τ) = ½⟨…⟩, with the norm moved to one side and squared.
void square_lost(const Run& r, Claims& claims) {
  const Vector<Number> v = r.x - r.base;
  claims.equal("‖v‖² = (2τ(½⟨(Id/τ − AᵀA)v, v⟩ + ½‖Av‖²))²", squared_norm(v),
               square(2 * r.tau * (quadratic_form(r, v) + frac(1, 2) * r.image(v))));
}
void with_square(const Run& r, Claims& claims) {
  const Vector<Number> v = r.x - r.base;
  claims.equal("−½‖Av‖² + ‖v‖²/(2τ) = ½⟨(Id/τ − AᵀA)v, v⟩", r.k(v), quadratic_form(r, v));
}

/// A = y = a, τ = 1, λ = 0, x′ = 0.
LassoInstance scalar(double a, double x) { return {{Matrix<double>{{a}}, at(a), 0}, 1, at(0), at(x)}; }

/// A planted mistake: f(x) ≤ wrong(run) with equality at x = x′.
template <class Wrong>
Form<LassoInstance> with(const char* key, Wrong wrong) {
  return form<Run>(key, [wrong](const Run& r, Claims& claims) {
    claims.at_most("f(x) ≤ wrong f_τ(x, x′)", r.f(r.x), wrong(r, r.x));
    claims.equal("wrong f_τ(x′, x′) = f(x′)", wrong(r, r.base), r.f(r.base));
  });
}

std::vector<Step<LassoInstance>> steps() {
  return {{"quadratic part", "0 ≤ K(x, x′) = −½‖Ax − Ax′‖² + ‖x − x′‖²/(2τ)", quadratic_part_positive()},
          {"convex", "the majorant f_τ(·, x′) is convex", convex()},
          {"decrease", "x_{k+1} = argmin f_τ(·, x_k) satisfies f(x_{k+1}) ≤ f(x_k), by construction", decrease()}};
}

FalseLine<LassoInstance> value_on_the_diagonal() {
  return {.words = {.key = "value on the diagonal",
                    .place = "14.1.4, after the definition of f_τ, and again among the properties of a surrogate",
                    .printed = "We notice that f_τ(x, x) = 0 … f(x) ≤ f_τ(x, x′), f_τ(x, x′) = 0",
                    .corrected = "f_τ(x, x) = f(x)",
                    .remark = "Put x′ = x in the definition: both quadratic terms are 0 and f(x) remains. The second "
                              "place, f_τ(x, x′) = 0, must mean x = x′ too.",
                    .by_hand = "A = y = 1, λ = 0: f_τ(0, 0) = f(0) = ½",
                    .weight = Weight::statement,
                    .survives = "f_τ(x, x) = f(x), with which the algorithm decreases f",
                    .of_statement = true},
          .printed = form<Run>(zero_on_diagonal),
          .counterexample = scalar(1, 0),
          .corrected = {form<Run>(value_on_diagonal)}};
}

FalseLine<LassoInstance> lost_square() {
  return {.words = {.key = "lost square",
                    .place = "14.1.4, definition of K",
                    .printed = "−½‖Ax − Ax′‖² + (1/2τ)‖x − x′‖ = ½⟨((1/τ)Id_N − AᵀA)(x − x′), x − x′⟩",
                    .corrected = "−½‖Ax − Ax′‖² + (1/2τ)‖x − x′‖² = ½⟨((1/τ)Idₚ − AᵀA)(x − x′), x − x′⟩",
                    .remark = "The definition of f_τ, two lines before, has the square. Id_N is of size p here; N is "
                              "not defined in the section.",
                    .by_hand = "A = 0, τ = 1, x − x′ = 2: the left side is 1, the right side 2",
                    .weight = Weight::line,
                    .one_letter = true},
          .printed = form<Run>(square_lost),
          .counterexample = scalar(0, 2),
          .corrected = {form<Run>(with_square)}};
}

Forms<LassoInstance> planted() {
  return {
      with("sign: f − K", [](const Run& r, const Vector<Number>& at) { return r.f(at) - r.k(at - r.base); }),
      with("factor: ‖x − x′‖²/(4τ)",
           [](const Run& r, const Vector<Number>& at) {
             return r.surrogate(at) - squared_norm(at - r.base) / (4 * r.tau);
           }),
      with("factor: ‖Ax − Ax′‖² for its half",
           [](const Run& r, const Vector<Number>& at) { return r.surrogate(at) - frac(1, 2) * r.image(at - r.base); }),
      with("missing ‖x − x′‖²",
           [](const Run& r, const Vector<Number>& at) { return r.f(at) - frac(1, 2) * r.image(at - r.base); }),
      with("swapped: ‖x‖² for ‖x − x′‖²", [](const Run& r, const Vector<Number>& at) {
        return r.f(at) - frac(1, 2) * r.image(at - r.base) + squared_norm(at) / (2 * r.tau);
      })};
}

/// A = (0, −1/4), τ‖A‖² a little above 1/2, x* = 0.
LassoInstance one_column() {
  return {.lasso = {Matrix<double>{{0}, {-0.25}}, vector({0, 1}), 0.25},
          .tau = 8.25,
          .x = at(0.5),
          .other = at(0),
          .x_star = at(0)};
}

}  // namespace

Lines<LassoInstance> lines() {
  return {.steps = steps(),
          .errata = {value_on_the_diagonal(), lost_square()},
          .planted = planted(),
          .separating = {one_column()}};
}

Form<LassoInstance> conclusion() { return form<Run>(majorises); }
Form<LassoInstance> quadratic_part_positive() { return form<Run>(positive_part); }
Form<LassoInstance> quadratic_part_zero() { return form<Run>(zero_part); }
Form<LassoInstance> convex() { return form<Run>(midpoint); }
Form<LassoInstance> decrease() { return form<Run>(decreases); }

}  // namespace verigrad::lasso_surrogate
