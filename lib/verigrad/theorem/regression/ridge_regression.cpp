#include "verigrad/theorem/regression/ridge_regression.hpp"

#include <fmt/format.h>

#include "verigrad/number/power.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/problem/describe.hpp"
#include "verigrad/theorem/regression/ridge_regression_run.hpp"

namespace verigrad::ridge_regression {

const Statement& statement() {
  static const Statement result{
      .id = "mfds/45",
      .stem = "ridge_regression",
      .title = "Ridge regression",
      .source = "Mathematical Foundations of Data Sciences, Proposition 45",
      .text = "x_λ = (AᵀA + λIdₚ)⁻¹Aᵀy (14.4) = Aᵀ(AAᵀ + λIdₙ)⁻¹y (14.5; our scan shows its ᵀ as +)",
      .hypotheses = {{"λ > 0", "the regularisation parameter is positive"}},
      .steps = {{"invertible", "AᵀA + λIdₚ is invertible"},
                {"B", "(AᵀA + λIdₚ)B = Aᵀ for B = (AᵀA + λIdₚ)⁻¹Aᵀ, applied to y"},
                {"C", "(AᵀA + λIdₚ)C = Aᵀ for C = Aᵀ(AAᵀ + λIdₙ)⁻¹, applied to y"},
                {"exchange", "(AᵀA + λIdₚ)Aᵀ = Aᵀ(AAᵀ + λIdₙ), applied to y"},
                {"overdetermined limit", "if ker A = {0}, x_λ → (AᵀA)⁻¹Aᵀy"},
                {"underdetermined limit", "if ker Aᵀ = {0}, x_λ → Aᵀ(AAᵀ)⁻¹y"},
                {"definitions coincide", "if n = p and A is invertible, both are A⁻¹y"}},
      .errata = {
          {.key = "gradient",
           .place = "14.1.2, after the objective",
           .printed = "f_λ(x) = ½‖Ax − y‖² + λ‖x‖², ∇f_λ(x) = Aᵀ(Ax − y) + λx",
           .corrected = "∇f_λ(x) = Aᵀ(Ax − y) + 2λx",
           .remark = "the section sets R(x) = ‖x‖², and prints λ‖x‖² in the objective again"},
          {.key = "minimiser",
           .place = "Proposition 45, (14.4)",
           .printed = "argmin ½‖Ax − y‖² + λ‖x‖² = (AᵀA + λIdₚ)⁻¹Aᵀy",
           .corrected = "argmin ½‖Ax − y‖² + λ‖x‖² = (AᵀA + 2λIdₚ)⁻¹Aᵀy",
           .remark = "A = y = λ = 1: the objective is least at 1/3, (14.4) is 1/2. (14.4) and (14.5) agree with each "
                     "other and minimise ½‖Ax − y‖² + ½λ‖x‖²; every limit λ → 0 is untouched"},
          {.key = "limit solves Ax = y",
           .place = "14.1.2, Pseudo-inverse, first display",
           .printed = "x_λ → argmin_{Ax=y} ‖x‖",
           .corrected = "x_λ → argmin of ‖x‖ among the x with Aᵀ(Ax − y) = 0",
           .remark = "if y is not in Im A, no x has Ax = y; the paragraph goes on with the overdetermined setting, "
                     "where this is the rule. Proposition 44's proof, which is cited, takes an x₀ with Ax₀ = y"}}};
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

constexpr auto limit_rate = [](const Run& r, Claims& claims) { rate(limit_of(r), claims); };
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
  return form<Run>("gradient", [factor](const Run& r, Claims& claims) {
    const Vector<Number> middle = 2 * r.x;
    const Vector<Number> gradient = r.transposed(r.apply(middle) - r.y) + Number(factor) * r.lambda * middle;
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
void limit_solves(const Run& r, Claims& claims) { claims.equal("Ax₀ = y", r.apply(limit_of(r).x0), r.y); }
void limit_solves_normal_equations(const Run& r, Claims& claims) {
  const Limit limit = limit_of(r);
  claims.equal("Aᵀ(Ax₀ − y) = 0", r.transposed(r.apply(limit.x0) - r.y), Vector<Number>::Constant(r.x.size(), 0));
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

}  // namespace

Form<RidgeInstance> conclusion() { return form<Run>("(14.4) = (14.5)", both_forms); }
Form<RidgeInstance> invertible() { return form<Run>("invertible", determinant_positive); }
Form<RidgeInstance> limit() { return form<Run>("limit", limit_rate).where(full_rank); }
Form<RidgeInstance> limit_attained() { return form<Run>("limit attained", limit_equality); }

Forms<RidgeInstance> steps() {
  return {invertible(),
          form<Run>("B", column_system),
          form<Run>("C", row_system),
          form<Run>("exchange", exchange),
          form<Run>("overdetermined limit", overdetermined_limit).where(has_full_column_rank),
          form<Run>("underdetermined limit", underdetermined_limit).where(has_full_row_rank),
          form<Run>("definitions coincide", coincide).where([](const RidgeInstance& i) {
            return has_full_column_rank(i) && has_full_row_rank(i);
          })};
}

Forms<RidgeInstance> errata() {
  return {gradient_with(1), form<Run>("minimiser", printed_minimiser), form<Run>("limit solves Ax = y", limit_solves)};
}
Forms<RidgeInstance> corrected() {
  return {gradient_with(2), form<Run>("minimiser", corrected_minimiser),
          form<Run>("limit solves Ax = y", limit_solves_normal_equations).where(full_rank)};
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

}  // namespace verigrad::ridge_regression
