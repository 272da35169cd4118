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
template <class T>
void minimises(const Run<T>& r, const Vector<T>& v, const T& weight, Claims<T>& claims) {
  const Vector<T> e = r.x - v;
  claims.equal("f(v) + ½‖A(x − v)‖² + weight‖x − v‖² = f(x)",
               r.objective(v, weight) + frac<T>(1, 2) * squared_norm<T>(r.apply(e)) + weight * squared_norm<T>(e),
               r.objective(r.x, weight));
}

constexpr auto both_forms = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.equal("(14.4) = (14.5)", r.columns(), r.rows());
};

constexpr auto determinant_positive = []<class T>(const Run<T>& r, Claims<T>& claims) {
  Matrix<T> h = gram_matrix<T>(r.a);
  for (Eigen::Index j = 0; j < h.cols(); ++j) h(j, j) += r.lambda;
  const T det = determinant<T>(h);
  claims.less("0 < det(AᵀA + λI)", T(0), det);
  claims.at_most("λᵖ ≤ det(AᵀA + λI)", power(r.lambda, int(h.cols())), det);
};

template <class T>
void rate(const Limit<T>& limit, Claims<T>& claims) {
  claims.at_most("‖x_λ − x₀‖² ≤ λ²‖w‖²", limit.error2, limit.bound2);
  claims.at_most("λ²‖w‖² ≤ (1 + λt)²‖x_λ − x₀‖²", limit.bound2, limit.upper2);
}

constexpr auto limit_rate = []<class T>(const Run<T>& r, Claims<T>& claims) { rate<T>(limit_of<T>(r), claims); };
constexpr auto limit_equality = []<class T>(const Run<T>& r, Claims<T>& claims) {
  const Limit<T> limit = limit_of<T>(r);
  claims.equal("(1 + λt)²‖x_λ − x₀‖² = λ²‖w‖²", limit.upper2, limit.bound2);
};

constexpr auto column_system = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.equal("(AᵀA + λI)By = Aᵀy", r.shifted(r.columns()), r.moment());
};
constexpr auto row_system = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.equal("(AᵀA + λI)Cy = Aᵀy", r.shifted(r.rows()), r.moment());
};
constexpr auto exchange = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.equal("(AᵀA + λI)Aᵀy = Aᵀ(AAᵀ + λI)y", r.shifted(r.moment()),
               r.transposed(r.apply(r.moment()) + r.lambda * r.y));
};
constexpr auto overdetermined_limit = []<class T>(const Run<T>& r, Claims<T>& claims) {
  rate<T>(overdetermined<T>(r), claims);
};
constexpr auto underdetermined_limit = []<class T>(const Run<T>& r, Claims<T>& claims) {
  const Limit<T> limit = underdetermined<T>(r);
  claims.equal("Ax₀ = y", r.apply(limit.x0), r.y);
  rate<T>(limit, claims);
};
constexpr auto coincide = []<class T>(const Run<T>& r, Claims<T>& claims) {
  const Vector<T> inverse = linear_solve<T>(exact<T>(r.a), r.y);
  claims.equal("(AᵀA)⁻¹Aᵀy = A⁻¹y", overdetermined<T>(r).x0, inverse);
  claims.equal("Aᵀ(AAᵀ)⁻¹y = A⁻¹y", underdetermined<T>(r).x0, inverse);
};

/// The factor of λx in ∇f_λ: f_λ(3x) − f_λ(x) = 2⟨∇f_λ(2x), x⟩ for a quadratic.
Form<RidgeInstance> gradient_with(int factor) {
  return form<Run>("gradient", [factor]<class T>(const Run<T>& r, Claims<T>& claims) {
    const Vector<T> middle = T(2) * r.x;
    const Vector<T> gradient = r.transposed(r.apply(middle) - r.y) + T(factor) * r.lambda * middle;
    claims.equal("f_λ(3x) − f_λ(x) = 2⟨∇f_λ(2x), x⟩", r.objective(T(3) * r.x, r.lambda) - r.objective(r.x, r.lambda),
                 T(2) * dot<T>(gradient, r.x));
  });
}

constexpr auto printed_minimiser = []<class T>(const Run<T>& r, Claims<T>& claims) {
  minimises<T>(r, r.columns(), r.lambda, claims);
};
constexpr auto corrected_minimiser = []<class T>(const Run<T>& r, Claims<T>& claims) {
  minimises<T>(r, r.columns(), frac<T>(1, 2) * r.lambda, claims);
  const RidgeWithWholePenalty whole{r.half.lambda};
  minimises<T>(r, whole.template by_columns<T>(r.a, r.data), r.lambda, claims);
  claims.equal("by columns = by rows", whole.template by_columns<T>(r.a, r.data),
               whole.template by_rows<T>(r.a, r.data));
};
constexpr auto limit_solves = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.equal("Ax₀ = y", r.apply(limit_of<T>(r).x0), r.y);
};
constexpr auto limit_solves_normal_equations = []<class T>(const Run<T>& r, Claims<T>& claims) {
  const Limit<T> limit = limit_of<T>(r);
  claims.equal("Aᵀ(Ax₀ − y) = 0", r.transposed(r.apply(limit.x0) - r.y), Vector<T>::Constant(r.x.size(), T(0)));
  rate<T>(limit, claims);
};

bool full_rank(const RidgeInstance& i) {
  return i.a.rows() >= i.a.cols() ? has_full_column_rank(i) : has_full_row_rank(i);
}

/// A planted mistake: wrong(run) = x_λ.
template <class Wrong>
Form<RidgeInstance> with(const char* key, Wrong wrong) {
  return form<Run>(key, [wrong]<class T>(const Run<T>& r, Claims<T>& claims) {
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
  return {with("sign: −x_λ", []<class T>(const Run<T>& r) { return Vector<T>(-r.columns()); }),
          with("factor: λ/2",
               []<class T>(const Run<T>& r) {
                 return RidgeWithHalfPenalty{r.half.lambda / 2}.template by_columns<T>(r.a, r.data);
               }),
          with("λ counted twice",
               []<class T>(const Run<T>& r) {
                 return RidgeWithWholePenalty{r.half.lambda}.template by_rows<T>(r.a, r.data);
               }),
          with("missing λ: A⁺y", []<class T>(const Run<T>& r) { return limit_of<T>(r).x0; }).where(full_rank),
          form<Run>("limit of order λ²",
                    []<class T>(const Run<T>& r, Claims<T>& claims) {
                      const Limit<T> limit = limit_of<T>(r);
                      claims.at_most("‖x_λ − x₀‖² ≤ λ⁴‖w‖²", limit.error2, square(r.lambda) * limit.bound2);
                    })
              .where(full_rank),
          form<Run>("limit: the lower side turned round", []<class T>(const Run<T>& r, Claims<T>& claims) {
            const Limit<T> limit = limit_of<T>(r);
            claims.at_most("(1 + λt)²‖x_λ − x₀‖² ≤ λ²‖w‖²", limit.upper2, limit.bound2);
          }).where(full_rank)};
}

}  // namespace verigrad::ridge_regression
