#include "verigrad/theorem/regression/penalised_least_squares_limit.hpp"

#include <fmt/format.h>

#include "verigrad/algorithm/ridge.hpp"
#include "verigrad/algorithm/soft_thresholding.hpp"
#include "verigrad/number/linear_solve.hpp"
#include "verigrad/number/product.hpp"
#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/point.hpp"

namespace verigrad::penalised_least_squares_limit {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "mfds/44",
       .stem = "penalised_least_squares_limit",
       .title = "Small-λ limit of penalised least squares",
       .source = "Mathematical Foundations of Data Sciences, Proposition 44",
       .text = "minimisers x_{λ_k} of ½‖Ax − y‖² + λ_k R(x), λ_k → 0, are bounded, and any accumulation point solves "
               "min R(x) subject to Ax = y (14.2)",
       .code = {"algorithm/soft_thresholding.hpp: soft_threshold"},
       .hypotheses = {{"coercive", "R is positive and coercive"},
                      {"λ > 0", "λ_k > 0 tends to 0"},
                      {"solvable", "Ax = y has a solution (the proof's x₀)"}},
       .formal = {.theorems = {"conclusion_bounded", "conclusion"},
                  .corrected = "for R that is lower semicontinuous",
                  .given = "A is bounded, as in finite dimension"}},
      lines(), jump_lines());
  return result;
}

std::string LimitInstance::describe() const {
  return fmt::format("R = {}, A = {}, d = {}, ν = {}, x* = {}, y = Ax*, x = {}, λ = {}, n = {}, offset {}",
                     penalty == Penalty::quadratic ? "Σd(x − c)²" : "Σd|x|", in_words(a), in_words(d), in_words(nu),
                     in_words(x_star), in_words(x), lambda, n, offset);
}

std::string JumpInstance::describe() const {
  return fmt::format("A = y = 0, R = 1 on (0, 1], {} at 0, 2 + |x| elsewhere, x_k = 1/(k + 1) → 0", at_zero);
}

bool of_any_sign(const LimitInstance& i) {
  const Eigen::Index p = i.a.cols();
  if (i.d.size() != p || i.x_star.size() != p || i.x.size() != p || i.nu.size() != i.a.rows()) return false;
  if (i.d.minCoeff() <= 0 || i.lambda <= 0) return false;
  if (i.penalty == LimitInstance::Penalty::quadratic) return true;
  if (!i.a.isDiagonal(0) || i.a.rows() != p) return false;
  for (Eigen::Index j = 0; j < p; ++j)
    if (i.a(j, j) == 0 && i.x_star[j] != 0) return false;
  return true;
}
bool hypotheses_hold(const LimitInstance& i) { return of_any_sign(i) && i.offset >= 0; }

namespace {

struct Run {
  using Instance = LimitInstance;
  explicit Run(const LimitInstance& i)
      : quadratic(i.penalty == LimitInstance::Penalty::quadratic),
        a(i.a),
        d(exact(i.d)),
        nu(exact(i.nu)),
        x_star(exact(i.x_star)),
        probe(exact(i.x)),
        offset(exact(i.offset)),
        y(apply(x_star)) {
    if (!quadratic)
      for (Eigen::Index j = 0; j < nu.size(); ++j) {
        const double sign = i.x_star[j] > 0 ? 1 : i.x_star[j] < 0 ? -1 : 0;
        nu[j] = sign == 0 ? 0 : exact(sign) * d[j] / exact(a(j, j));
      }
    centre = x_star - (product(a.transpose(), nu).array() / (2 * d).array()).matrix();
    Number weight = exact(i.lambda);
    for (int k = 0; k <= i.n; ++k, weight = frac(1, 2) * weight) {
      lambda.push_back(weight);
      x.push_back(quadratic ? least_quadratic(weight) : least_one_norm(weight));
    }
  }

  Vector<Number> apply(const Vector<Number>& v) const { return product(a, v); }
  /// R.
  Number penalty(const Vector<Number>& v) const {
    Number sum = offset;
    for (Eigen::Index j = 0; j < v.size(); ++j) sum += d[j] * (quadratic ? square(v[j] - centre[j]) : magnitude(v[j]));
    return sum;
  }
  Number residual(const Vector<Number>& v) const { return squared_norm(apply(v) - y); }
  Number objective(const Vector<Number>& v, const Number& weight) const {
    return frac(1, 2) * residual(v) + weight * penalty(v);
  }
  /// (AᵀA + 2λD)x = Aᵀy + 2λDc.
  Vector<Number> least_quadratic(const Number& weight) const {
    Matrix<Number> h = gram_matrix<Number>(a);
    Vector<Number> right = product(a.transpose(), y);
    for (Eigen::Index j = 0; j < d.size(); ++j) {
      h(j, j) += 2 * weight * d[j];
      right[j] += 2 * weight * d[j] * centre[j];
    }
    return linear_solve<Number>(h, right);
  }
  Vector<Number> least_one_norm(const Number& weight) const {
    Vector<Number> result = x_star;
    for (Eigen::Index j = 0; j < d.size(); ++j)
      if (a(j, j) != 0) result[j] = soft_threshold<Number>(x_star[j], weight * d[j] / square(exact(a(j, j))));
    return result;
  }
  /// Σ dᵢ(vᵢ − x*ᵢ)².
  Number distance(const Vector<Number>& v) const {
    Number sum(0);
    for (Eigen::Index j = 0; j < v.size(); ++j) sum += d[j] * square(v[j] - x_star[j]);
    return sum;
  }

  bool quadratic;
  Matrix<double> a;
  Vector<Number> d, nu, x_star, probe;
  Number offset;
  Vector<Number> y, centre;
  std::vector<Number> lambda;
  std::vector<Vector<Number>> x;  ///< x_{λ_k}
};

int last(const Run& r) { return int(r.x.size()) - 1; }

void printed(const Run& r, Claims& claims) {
  const Number least = r.penalty(r.x_star), nu2 = squared_norm(r.nu);
  claims.at_most("R(x*) + ⟨ν, A(x − x*)⟩ ≤ R(x)", least + dot(r.nu, r.apply(r.probe) - r.y), r.penalty(r.probe));
  for (int k = 0; k <= last(r); ++k) {
    const Number value = r.penalty(r.x[k]);
    claims.at_most("R(x_k) ≤ R(x*)", value, least, k);
    claims.at_most("R(x*) ≤ R(x_k) + λ_k‖ν‖²", least, value + r.lambda[k] * nu2, k);
    claims.at_most("‖Ax_k − y‖² ≤ λ_k²‖ν‖²", r.residual(r.x[k]), square(r.lambda[k]) * nu2, k);
    if (r.quadratic)
      claims.at_most("Σ d(x_k − x*)² ≤ λ_k‖ν‖²/8", r.distance(r.x[k]), frac(1, 8) * r.lambda[k] * nu2, k);
  }
}
void distance_equality(const Run& r, Claims& claims) {
  claims.equal("Σ d(x₀ − x*)² = λ‖ν‖²/8", r.distance(r.x[0]), frac(1, 8) * r.lambda[0] * squared_norm(r.nu));
}
void residual_equality(const Run& r, Claims& claims) {
  claims.equal("‖Ax₀ − y‖² = λ²‖ν‖²", r.residual(r.x[0]), square(r.lambda[0]) * squared_norm(r.nu));
}
void optimality(const Run& r, Claims& claims) {
  for (int k = 0; k <= last(r); ++k) {
    claims.at_most("f_λ(x_k) ≤ f_λ(x)", r.objective(r.x[k], r.lambda[k]), r.objective(r.probe, r.lambda[k]), k);
    claims.at_most("½‖Ax_k − y‖² + λ_k R(x_k) ≤ λ_k R(x*)", r.objective(r.x[k], r.lambda[k]),
                   r.lambda[k] * r.penalty(r.x_star), k);
  }
}
void penalty_bounded(const Run& r, Claims& claims) {
  for (int k = 0; k <= last(r); ++k) claims.at_most("R(x_k) ≤ R(x₀)", r.penalty(r.x[k]), r.penalty(r.x_star), k);
}
void square_lost(const Run& r, Claims& claims) {
  for (int k = 0; k <= last(r); ++k)
    claims.at_most("‖Ax_k − y‖² ≤ (λ_k R(x₀))²", r.residual(r.x[k]), square(r.lambda[k] * r.penalty(r.x_star)), k);
}
void with_square(const Run& r, Claims& claims) {
  for (int k = 0; k <= last(r); ++k)
    claims.at_most("‖Ax_k − y‖² ≤ 2λ_k R(x₀)", r.residual(r.x[k]), 2 * r.lambda[k] * r.penalty(r.x_star), k);
}
/// x* is the limit of x_k, λ_k = λ₀ for all k.
void solves_for_fixed_weight(const Run& r, Claims& claims) {
  claims.equal("‖Ax* − y‖² = 0 for x* = x_{λ₀}", r.residual(r.x[0]), 0);
}

Number jumping_penalty(const JumpInstance& jump, const Number& x) {
  if (sign_of(x) == Sign::zero) return jump.at_zero;
  const bool low = certainly_less<Number>(0, x) && certainly_at_most<Number>(x, 1);
  return low ? 1 : 2 + magnitude(x);
}
void passes_to_limit(const JumpInstance& jump, Claims& claims) {
  for (int n = -3; n <= 3; ++n) {
    const Number at_x0 = jumping_penalty(jump, frac(n, 2));
    for (int k = 0; k < 8; ++k) claims.at_most("R(x_k) ≤ R(x₀)", jumping_penalty(jump, frac(1, k + 1)), at_x0, k);
    claims.at_most("R(x*) ≤ R(x₀)", jumping_penalty(jump, 0), at_x0, n);
  }
}

template <class Bound>
Form<LimitInstance> residual_by(const char* key, Bound bound) {
  return form<Run>(key, [bound](const Run& r, Claims& claims) {
    for (int k = 0; k <= last(r); ++k)
      claims.at_most("‖Ax_k − y‖² ≤ planted bound", r.residual(r.x[k]), bound(r.lambda[k], squared_norm(r.nu)), k);
  });
}

std::vector<Step<LimitInstance>> steps() {
  return {{"optimality", "½‖Ax_k − y‖² + λ_k R(x_k) ≤ λ_k R(x₀) (14.3)", form<Run>(optimality)},
          {"penalty", "R(x_k) ≤ R(x₀)", form<Run>(penalty_bounded)}};
}

/// A = 1, y = ½, R = |x|, λ = ¼: x_λ = ¼.
LimitInstance below_one() {
  return {LimitInstance::Penalty::one_norm, Matrix<double>{{1}}, at(1), at(1), at(0.5), at(1), 0.25, 0};
}

FalseLine<LimitInstance> lost_square() {
  return {
      .words = {.key = "lost square",
                .place = "Proposition 44, proof, line after (14.3)",
                .printed = "‖Ax_k − y‖ ≤ λ_k R(x₀)",
                .corrected = "‖Ax_k − y‖² ≤ 2λ_k R(x₀)",
                .remark = "(14.3), which it is drawn from, has ½‖Ax_k − y‖². The limit Ax* = y follows from either.",
                .by_hand = "A = 1, y = ½, R = |x|, λ = ¼: x_λ = ¼, so that |Ax − y| = ¼, and λR(x₀) = ⅛",
                .weight = Weight::line,
                .one_letter = true},
      .printed = form<Run>(square_lost),
      .counterexample = below_one(),
      .corrected = {form<Run>(with_square)}};
}

FalseLine<LimitInstance> fixed_weight() {
  return {.words =
              {.key = "λ_k → 0",
               .place = "Proposition 44, hypotheses",
               .printed = "If (x_{λ_k})_k is a sequence of minimizers of f_λ, then … any accumulation x* is a solution "
                          "of [Ax = y, R(x) minimal]",
               .corrected =
                   "if (x_{λ_k})_k is a sequence of minimisers of f_{λ_k}, λ_k > 0, λ_k → 0, and Ax = y has a solution",
               .remark = "The paragraph before says 'in the small λ limit', and its proof takes an x₀ with Ax₀ = y; "
                         "the proposition says neither.",
               .by_hand = "A = 1, y = ½, R = |x|, λ_k = ¼ for all k: x_k = ¼, and Ax = ¼ is not ½",
               .weight = Weight::hypothesis,
               .survives = "all of it for λ_k → 0 and y ∈ Im A",
               .of_statement = true},
          .printed = form<Run>(solves_for_fixed_weight),
          .counterexample = below_one(),
          .corrected = {form<Run>(with_square)}};
}

FalseLine<JumpInstance> no_semicontinuity() {
  return {
      .words = {.key = "no semicontinuity",
                .place = "Proposition 44, hypotheses, and the last line of its proof",
                .printed = "R is positive and coercive, i.e. R(x) → +∞ as ||x|| → +∞; passing to the limit in R(x_k) ≤ "
                           "R(x₀) one has R(x*) ≤ R(x₀)",
                .corrected = "R is positive, coercive and lower semicontinuous, as in every check of the conclusion",
                .remark = "The proof passes to the limit in R(x_k) ≤ R(x₀), which needs lower semicontinuity; with "
                          "R(0) = 1 it holds.",
                .by_hand = "A = y = 0, R = 1 on (0, 1], R(0) = 2, R(x) = 2 + |x| elsewhere: x_k = 1/(k + 1) minimise, "
                           "their limit 0 does not",
                .weight = Weight::hypothesis,
                .survives = "all of it for lower semicontinuous R, as all penalties of the chapter are",
                .of_statement = true},
      .printed = penalty_in_the_limit(),
      .counterexample = {2},
      .corrected = {penalty_in_the_limit()}};
}

Forms<LimitInstance> planted() {
  return {
      residual_by("factor: λ²‖ν‖²/4", [](const Number& l, const Number& nu2) { return frac(1, 4) * square(l) * nu2; }),
      residual_by("rate: λ⁴‖ν‖²", [](const Number& l, const Number& nu2) { return square(square(l)) * nu2; }),
      residual_by("sign: −λ²‖ν‖²", [](const Number& l, const Number& nu2) { return -(square(l) * nu2); }),
      residual_by("missing ν: λ²", [](const Number& l, const Number&) { return square(l); }),
      form<Run>("R(x*) ≤ R(x_k)", [](const Run& r, Claims& claims) {
        claims.at_most("R(x*) ≤ R(x_k)", r.penalty(r.x_star), r.penalty(r.x[0]));
      })};
}

/// A = 1/2, R = 2|x|, x* = 1/2.
LimitInstance one_norm() {
  return {.penalty = LimitInstance::Penalty::one_norm,
          .a = Matrix<double>{{0.5}},
          .d = at(2),
          .nu = at(0),
          .x_star = at(0.5),
          .x = at(0),
          .lambda = 0.25,
          .n = 2};
}

}  // namespace

Lines<LimitInstance> lines() {
  return {
      .steps = steps(), .errata = {lost_square(), fixed_weight()}, .planted = planted(), .separating = {one_norm()}};
}

Lines<JumpInstance> jump_lines() { return {.errata = {no_semicontinuity()}}; }

Form<JumpInstance> penalty_in_the_limit() { return {"", passes_to_limit}; }

Form<LimitInstance> conclusion() { return form<Run>("as printed", printed); }
Form<LimitInstance> distance_attained() { return form<Run>("distance attained", distance_equality); }
Form<LimitInstance> residual_attained() { return form<Run>("residual attained", residual_equality); }

}  // namespace verigrad::penalised_least_squares_limit
