#include "verigrad/theorem/convexity/descent_inequality.hpp"

#include "verigrad/number/select.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/theorem/convexity/descent_inequality_run.hpp"

namespace verigrad::descent_inequality {

const Statement& statement() {
  static const Statement result =
      with_lines({.id = "inna/1.25-1.27",
                  .stem = "descent_inequality",
                  .title = "Descent inequality",
                  .source = "Thesis, (1.25)–(1.27)",
                  .text = "J(θₖ₊₁) ≤ J(θₖ) − γ(1 − Lγ/2)‖∇J(θₖ)‖², so that γ < 2/L ensures J(θₖ₊₁) ≤ J(θₖ)",
                  .found = "(1.27) needs no second derivative, any γ > 0 will do, and the largest eigenvalue of the "
                           "Hessian, even a negative one, may stand for L in it",
                  .code = {"problem/objective.hpp: ObjectiveOver"},
                  .hypotheses = {{"C²", "J is twice continuously differentiable"},
                                 {"L", "no eigenvalue of ∇²J(θ) exceeds L > 0 in magnitude, for any θ"},
                                 {"step", "θₖ₊₁ = θₖ − γ∇J(θₖ); γ < 2/L for the decrease"}},
                  .formal = {.theorems = {"conclusion_expansion", "conclusion_decrease", "conclusion_small_steps"}}},
                 lines());
  return result;
}

bool hypotheses_hold(const DescentInstance& instance) {
  return instance.alpha > 0 && instance.L() > 0 && instance.f->curvature().smoothness() <= instance.L();
}

bool step_is_short(const DescentInstance& instance) {
  return hypotheses_hold(instance) && instance.step_is_admissible();
}

namespace {

/// J(θₖ) − γ(1 − λγ/2)‖∇J(θₖ)‖².
Number bound(const Run& r, const Number& lambda, int k) {
  return r.value[k] - r.gamma * (1 - frac(1, 2) * lambda * r.gamma) * squared_norm(r.gradient[k]);
}

void printed(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k)
    claims.at_most("J(θₖ₊₁) ≤ J(θₖ) − γ(1 − Lγ/2)‖∇J(θₖ)‖²", r.value[k + 1], bound(r, r.L, k), k);
}

void equality(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k)
    claims.equal("J(θₖ₊₁) = J(θₖ) − γ(1 − Lγ/2)‖∇J(θₖ)‖²", r.value[k + 1], bound(r, r.L, k), k);
}

void largest_for_L(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k)
    claims.at_most("J(θₖ₊₁) ≤ J(θₖ) − γ(1 − λγ/2)‖∇J(θₖ)‖²", r.value[k + 1], bound(r, r.largest_eigenvalue, k), k);
}

void no_increase(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k) claims.at_most("J(θₖ₊₁) ≤ J(θₖ)", r.value[k + 1], r.value[k], k);
}

void no_change(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k) claims.equal("J(θₖ₊₁) = J(θₖ)", r.value[k + 1], r.value[k], k);
}

void lipschitz(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k)
    claims.at_most("‖∇J(θₖ₊₁) − ∇J(θₖ)‖² ≤ L²‖θₖ₊₁ − θₖ‖²", squared_norm(r.gradient[k + 1] - r.gradient[k]),
                   square(r.L) * squared_norm(r.theta[k + 1] - r.theta[k]), k);
}

/// |J′(θₖ₊₁) − J′(θₖ)| ≤ λ|θₖ₊₁ − θₖ| in one variable, λ the largest eigenvalue.
void largest_eigenvalue(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k)
    claims.at_most("|J′(θₖ₊₁) − J′(θₖ)| ≤ λ|θₖ₊₁ − θₖ|", magnitude<Number>(r.gradient[k + 1][0] - r.gradient[k][0]),
                   r.largest_eigenvalue * magnitude<Number>(r.theta[k + 1][0] - r.theta[k][0]), k);
}

/// rate · (1 − quarters/4 · Lγ) · ‖∇J(θₖ)‖², the last factor to a power.
struct Decrease {
  bool rate_is_gamma = true;
  int quarters = 2;
  int power = 1;
};

/// A planted mistake: J(θₖ₊₁) ≤ J(θₖ) − decrease.
Form<DescentInstance> falls_by(const char* key, Decrease wrong) {
  return form<Run>(key, [wrong](const Run& r, Claims& claims) {
    const Number rate = wrong.rate_is_gamma ? r.gamma : 1;
    const Number factor = 1 - frac(wrong.quarters, 4) * r.L * r.gamma;
    for (int k = 0; k < r.n; ++k) {
      const Number size = squared_norm(r.gradient[k]);
      claims.at_most("J(θₖ₊₁) ≤ J(θₖ) − planted decrease", r.value[k + 1],
                     r.value[k] - rate * factor * (wrong.power == 2 ? square(size) : size), k);
    }
  });
}

std::vector<Step<DescentInstance>> steps() {
  return {{"Lipschitz", "‖∇J(θₖ₊₁) − ∇J(θₖ)‖ ≤ L‖θₖ₊₁ − θₖ‖ (both sides squared)", form<Run>(lipschitz)},
          {"(1.25)",
           "some ψ has J(θₖ₊₁) = J(θₖ) + ⟨∇J(θₖ), θₖ₊₁ − θₖ⟩ + ½⟨∇²J(ψ)(θₖ₊₁ − θₖ), θₖ₊₁ − θₖ⟩: on the step between a "
           "ψ for which the right side is too small and one for which it is too large",
           taylor_lagrange()},
          {"(1.26)", "… = J(θₖ) − γ‖∇J(θₖ)‖² + ½γ²⟨∇²J(ψ)∇J(θₖ), ∇J(θₖ)⟩", with_gradient()},
          {"(1.27)", "½γ²⟨∇²J(ψ)∇J(θₖ), ∇J(θₖ)⟩ ≤ ½Lγ²‖∇J(θₖ)‖²", hessian_bound()},
          {"decrease", "J(θₖ₊₁) ≤ J(θₖ) if γ < 2/L", form<Run>(no_increase)}};
}

/// −θ² from 1, γ = 1/2.
DescentInstance cap() { return {make_objective(Quadratic(at(-2), at(0))), at(1), 0.5, 1}; }

FalseLine<DescentInstance> largest_eigenvalue_for_L() {
  return {.words = {.key = "largest eigenvalue",
                    .place = "Sentence after (1.27)",
                    .printed = "L_{∇𝒥} is simply the largest eigenvalue of",
                    .corrected = "L is the largest magnitude of an eigenvalue of the Hessian on ℝᴾ",
                    .remark = "The definition of L before (1.25) speaks of magnitude. (1.27) itself holds with either.",
                    .by_hand = "𝒥(θ) = −θ²: the largest eigenvalue is −2, the Lipschitz constant of ∇𝒥 is 2",
                    .weight = Weight::line},
          .printed = form<Run>(largest_eigenvalue),
          .counterexample = cap(),
          .corrected = {form<Run>(lipschitz)}};
}

/// A short step down x²/2.
DescentInstance short_step() { return {make_objective(Quadratic(at(1), at(0))), at(2), 0x1p-10, 1}; }

Forms<DescentInstance> planted() {
  Forms<DescentInstance> forms{
      falls_by("sign: 1 + Lγ/2", {.quarters = -2}), falls_by("factor: 1 − Lγ/4", {.quarters = 1}),
      falls_by("missing term: 1 for 1 − Lγ/2", {.quarters = 0}), falls_by("power: ‖∇J(θₖ)‖⁴", {.power = 2}),
      falls_by("lost γ before the bracket", {.rate_is_gamma = false})};
  for (const Form<DescentInstance>& form : planted_with_gradient()) forms.push_back(form);
  return forms;
}

}  // namespace

Lines<DescentInstance> lines() {
  return {.steps = steps(), .errata = {largest_eigenvalue_for_L()}, .planted = planted(), .separating = {short_step()}};
}

Form<DescentInstance> conclusion() { return form<Run>("as printed", printed); }
Form<DescentInstance> attained() { return form<Run>("attained", equality); }
Form<DescentInstance> with_largest_eigenvalue() { return form<Run>("with the largest eigenvalue", largest_for_L); }
Form<DescentInstance> decrease() { return form<Run>("decrease", no_increase); }
Form<DescentInstance> standstill() { return form<Run>("standstill", no_change); }

}  // namespace verigrad::descent_inequality
