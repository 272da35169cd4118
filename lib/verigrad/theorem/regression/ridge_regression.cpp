#include "verigrad/theorem/regression/ridge_regression.hpp"

#include <fmt/format.h>

#include "verigrad/number/power.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/regression/ridge_regression_run.hpp"

namespace verigrad::ridge_regression {

const Statement& statement() {
  static const Statement result =
      with_lines({.id = "mfds/45",
                  .stem = "ridge_regression",
                  .title = "Ridge regression",
                  .source = "Mathematical Foundations of Data Sciences, Proposition 45",
                  .text = "x_λ = (AᵀA + λIdₚ)⁻¹Aᵀy (14.4) = Aᵀ(AAᵀ + λIdₙ)⁻¹y (14.5; our scan shows its ᵀ as +)",
                  .code = {"algorithm/ridge.hpp: RidgeWithHalfPenalty", "algorithm/ridge.hpp: RidgeWithWholePenalty"},
                  .hypotheses = {{"λ > 0", "the regularisation parameter is positive"}},
                  .formal = {.theorems = {"conclusion_minimiser", "conclusion", "conclusion_limit_injective",
                                          "conclusion_limit_surjective"},
                             .corrected = "for the objective with λ/2 ‖x‖²",
                             .given = "(AᵀA + λ)x = Aᵀy and (AAᵀ + λ)u = y have solutions, as in finite dimension"}},
                 lines());
  return result;
}

std::string RidgeInstance::describe() const {
  return fmt::format("A = {}, y = {}, λ = {}, x = {}", in_words(a), in_words(y), lambda, in_words(x));
}

bool hypotheses_hold(const RidgeInstance& i) {
  return i.lambda > 0 && i.a.rows() == i.y.size() && i.a.cols() == i.x.size();
}

bool has_full_column_rank(const RidgeInstance& i) { return determinant<Rational>(gram_matrix<Rational>(i.a)) != 0; }
bool has_full_row_rank(const RidgeInstance& i) {
  return determinant<Rational>(gram_matrix<Rational>(i.a.transpose())) != 0;
}

namespace {

/// f(v) + ½‖A(x − v)‖² + weight‖x − v‖² = f(x) for every x: v is the only minimiser if weight > 0.
void minimises(const Run& r, const Vector<Number>& v, const Number& weight, Claims& claims) {
  const Vector<Number> e = r.x - v;
  claims.equal("f(v) + ½‖A(x − v)‖² + weight‖x − v‖² = f(x)",
               r.objective(v, weight) + frac(1, 2) * squared_norm(r.apply(e)) + weight * squared_norm(e),
               r.objective(r.x, weight));
}

void both_forms(const Run& r, Claims& claims) { claims.equal("(14.4) = (14.5)", r.columns(), r.rows()); }

void determinant_positive(const Run& r, Claims& claims) {
  Matrix<Number> h = gram_matrix<Number>(r.a);
  for (Eigen::Index j = 0; j < h.cols(); ++j) h(j, j) += r.lambda;
  const Number det = determinant<Number>(h);
  claims.less("0 < det(AᵀA + λI)", 0, det);
  claims.at_most("λᵖ ≤ det(AᵀA + λI)", power(r.lambda, int(h.cols())), det);
}

void rate(const Limit& limit, Claims& claims) {
  claims.at_most("‖x_λ − x₀‖² ≤ λ²‖w‖²", limit.error2, limit.bound2);
  claims.at_most("λ²‖w‖² ≤ (1 + λt)²‖x_λ − x₀‖²", limit.bound2, limit.upper2);
}

void limit_rate(const Run& r, Claims& claims) { rate(limit_of(r), claims); }
void limit_equality(const Run& r, Claims& claims) {
  const Limit limit = limit_of(r);
  claims.equal("(1 + λt)²‖x_λ − x₀‖² = λ²‖w‖²", limit.upper2, limit.bound2);
}

void column_system(const Run& r, Claims& claims) {
  claims.equal("(AᵀA + λI)By = Aᵀy", r.shifted(r.columns()), r.moment());
}
void row_system(const Run& r, Claims& claims) { claims.equal("(AᵀA + λI)Cy = Aᵀy", r.shifted(r.rows()), r.moment()); }
void exchange(const Run& r, Claims& claims) {
  claims.equal("(AᵀA + λI)Aᵀy = Aᵀ(AAᵀ + λI)y", r.shifted(r.moment()),
               r.transposed(r.apply(r.moment()) + r.lambda * r.y));
}
void overdetermined_limit(const Run& r, Claims& claims) { rate(overdetermined(r), claims); }
void underdetermined_limit(const Run& r, Claims& claims) {
  const Limit limit = underdetermined(r);
  claims.equal("Ax₀ = y", r.apply(limit.x0), r.y);
  rate(limit, claims);
}
void coincide(const Run& r, Claims& claims) {
  const Vector<Number> inverse = linear_solve<Number>(exact(r.a), r.y);
  claims.equal("(AᵀA)⁻¹Aᵀy = A⁻¹y", overdetermined(r).x0, inverse);
  claims.equal("Aᵀ(AAᵀ)⁻¹y = A⁻¹y", underdetermined(r).x0, inverse);
}

/// The factor of λx in ∇f_λ: f_λ(3x) − f_λ(x) = 2⟨∇f_λ(2x), x⟩ for a quadratic.
Form<RidgeInstance> gradient_with(int factor) {
  return form<Run>([factor](const Run& r, Claims& claims) {
    const Vector<Number> middle = 2 * r.x;
    const Vector<Number> gradient = r.transposed(r.apply(middle) - r.y) + factor * r.lambda * middle;
    claims.equal("f_λ(3x) − f_λ(x) = 2⟨∇f_λ(2x), x⟩", r.objective(3 * r.x, r.lambda) - r.objective(r.x, r.lambda),
                 2 * dot(gradient, r.x));
  });
}

void printed_minimiser(const Run& r, Claims& claims) { minimises(r, r.columns(), r.lambda, claims); }
void corrected_minimiser(const Run& r, Claims& claims) {
  minimises(r, r.columns(), frac(1, 2) * r.lambda, claims);
  const RidgeWithWholePenalty whole{r.half.lambda};
  minimises(r, whole.template by_columns<Number>(r.a, r.data), r.lambda, claims);
  claims.equal("by columns = by rows", whole.template by_columns<Number>(r.a, r.data),
               whole.template by_rows<Number>(r.a, r.data));
}
void solves(const Run& r, Claims& claims) { claims.equal("Ax₀ = y", r.apply(limit_of(r).x0), r.y); }
void solves_normal_equations(const Run& r, Claims& claims) {
  const Limit limit = limit_of(r);
  claims.equal("Aᵀ(Ax₀ − y) = 0", r.transposed(r.apply(limit.x0) - r.y),
               Vector<Number>(Vector<Number>::Zero(r.x.size())));
  rate(limit, claims);
}

bool full_rank(const RidgeInstance& i) {
  return i.a.rows() >= i.a.cols() ? has_full_column_rank(i) : has_full_row_rank(i);
}

/// A planted mistake: wrong(run) = x_λ.
template <class Wrong>
Form<RidgeInstance> with(const char* key, Wrong wrong) {
  return form<Run>(key, [wrong](const Run& r, Claims& claims) {
    claims.equal("(AᵀA + λI)v = Aᵀy", r.shifted(wrong(r)), r.moment());
  });
}

std::vector<Step<RidgeInstance>> steps() {
  return {{"invertible", "AᵀA + λIdₚ is invertible", invertible()},
          {"B", "(AᵀA + λIdₚ)B = Aᵀ for B = (AᵀA + λIdₚ)⁻¹Aᵀ, applied to y", form<Run>(column_system).of_code()},
          {"C", "(AᵀA + λIdₚ)C = Aᵀ for C = Aᵀ(AAᵀ + λIdₙ)⁻¹, applied to y", form<Run>(row_system).of_code()},
          {"exchange", "(AᵀA + λIdₚ)Aᵀ = Aᵀ(AAᵀ + λIdₙ), applied to y", form<Run>(exchange)},
          {"overdetermined limit", "if ker A = {0}, x_λ → (AᵀA)⁻¹Aᵀy",
           form<Run>(overdetermined_limit).where(has_full_column_rank)},
          {"underdetermined limit", "if ker Aᵀ = {0}, x_λ → Aᵀ(AAᵀ)⁻¹y",
           form<Run>(underdetermined_limit).where(has_full_row_rank)},
          {"definitions coincide", "if n = p and A is invertible, both are A⁻¹y",
           form<Run>(coincide).where(
               [](const RidgeInstance& i) { return has_full_column_rank(i) && has_full_row_rank(i); })}};
}

RidgeInstance ones() { return {Matrix<double>{{1}}, at(1), 1, at(1)}; }

FalseLine<RidgeInstance> gradient() {
  return {.words = {.key = "gradient",
                    .place = "14.1.2, after the objective",
                    .printed = "f_λ(x) = ½‖Ax − y‖² + λ‖x‖² … ∇f_λ(x) = A^⊤(Ax_λ − y) + λx_λ",
                    .corrected = "∇f_λ(x) = Aᵀ(Ax − y) + 2λx",
                    .remark = "The section sets R(x) = ‖x‖², and prints λ‖x‖² in the objective again.",
                    .by_hand = "A = y = λ = 1 at x = 1: the derivative of ½(x − 1)² + x² is 2, the printed one 1",
                    .weight = Weight::line,
                    .same_as = "mfds/45: minimiser"},
          .printed = gradient_with(1),
          .counterexample = ones(),
          .corrected = {gradient_with(2)}};
}

FalseLine<RidgeInstance> minimiser() {
  return {
      .words = {.key = "minimiser",
                .place = "Proposition 45, (14.4)",
                .printed = "x_λ = argmin f_λ(x) = ½‖Ax − y‖² + λ‖x‖² … x_λ = (A^⊤A + λId_p)⁻¹A^⊤y",
                .corrected = "argmin ½‖Ax − y‖² + λ‖x‖² = (AᵀA + 2λIdₚ)⁻¹Aᵀy",
                .by_hand = "A = y = λ = 1: ½(x − 1)² + x² is least at x = 1/3, (14.4) is 1/2",
                .weight = Weight::statement,
                .survives = "(14.4) and (14.5) agree, and minimise ½‖Ax − y‖² + ½λ‖x‖²; every limit λ → 0 is untouched",
                .of_statement = true},
      .printed = form<Run>(printed_minimiser),
      .counterexample = ones(),
      .corrected = {form<Run>(corrected_minimiser)}};
}

FalseLine<RidgeInstance> limit_solves() {
  return {.words = {.key = "limit solves Ax = y",
                    .place = "14.1.2, Pseudo-inverse, first display",
                    .printed = "As λ → 0, then x_λ → x₀ which is, using (14.2), argmin_{Ax=y} ‖x‖",
                    .corrected = "x_λ → argmin of ‖x‖ among the x with Aᵀ(Ax − y) = 0",
                    .remark = "The paragraph goes on with the overdetermined setting, where this is the rule. "
                              "Proposition 44's proof, which is cited, takes an x₀ with Ax₀ = y.",
                    .by_hand = "A = (1, 1)ᵀ, y = (0, 2): x_λ → 1, and no x has Ax = y",
                    .weight = Weight::hypothesis,
                    .survives = "for y ∈ Im A; in general x_λ tends to the least solution of Aᵀ(Ax − y) = 0"},
          .printed = form<Run>(solves),
          .counterexample = {Matrix<double>{{1}, {1}}, vector({0, 2}), 1, at(1)},
          .corrected = {form<Run>(solves_normal_equations).where(full_rank)}};
}

Forms<RidgeInstance> planted() {
  return {with("sign: −x_λ", [](const Run& r) { return Vector<Number>(-r.columns()); }),
          with("factor: λ/2",
               [](const Run& r) {
                 return RidgeWithHalfPenalty{r.half.lambda / 2}.template by_columns<Number>(r.a, r.data);
               }),
          with("λ counted twice",
               [](const Run& r) { return RidgeWithWholePenalty{r.half.lambda}.template by_rows<Number>(r.a, r.data); }),
          with("missing λ: A⁺y", [](const Run& r) { return limit_of(r).x0; }).where(full_rank),
          form<Run>("limit of order λ²",
                    [](const Run& r, Claims& claims) {
                      const Limit limit = limit_of(r);
                      claims.at_most("‖x_λ − x₀‖² ≤ λ⁴‖w‖²", limit.error2, square(r.lambda) * limit.bound2);
                    })
              .where(full_rank),
          form<Run>("limit: the lower side turned round", [](const Run& r, Claims& claims) {
            const Limit limit = limit_of(r);
            claims.at_most("(1 + λt)²‖x_λ − x₀‖² ≤ λ²‖w‖²", limit.upper2, limit.bound2);
          }).where(full_rank)};
}

/// A = [0 1/2; 1/2 0] at the origin.
RidgeInstance swapped_axes() { return {Matrix<double>{{0, 0.5}, {0.5, 0}}, vector({0.25, 0}), 0.25, vector({0, 0})}; }

}  // namespace

Lines<RidgeInstance> lines() {
  return {.steps = steps(),
          .errata = {gradient(), minimiser(), limit_solves()},
          .planted = planted(),
          .separating = {swapped_axes()}};
}

Form<RidgeInstance> conclusion() { return form<Run>("(14.4) = (14.5)", both_forms); }
Form<RidgeInstance> invertible() { return form<Run>(determinant_positive); }
Form<RidgeInstance> limit() { return form<Run>("limit", limit_rate).where(full_rank); }
Form<RidgeInstance> limit_attained() { return form<Run>("limit attained", limit_equality); }

}  // namespace verigrad::ridge_regression
