#include "verigrad/algorithm/inna.hpp"
#include "verigrad/theorem/inertial_newton/inna_step.hpp"
#include "verigrad/theorem/inertial_newton/local_diffeomorphism.hpp"
#include "verigrad/theorem/inertial_newton/local_diffeomorphism_run.hpp"

namespace verigrad::local_diffeomorphism {
namespace {

/// (3.40): both are roots, and both are what is printed, with √Δ for the root.
void claim_roots(const BothRoots& r, Claims& claims) {
  const Number sum = r.alpha + r.beta * r.lambda;
  claims.equal("Δ_γ = √Δ_γ²", smaller_root::discriminant(r.alpha, r.beta, r.lambda), square(r.root));
  claims.at_most("0 ≤ √Δ_γ", 0, r.root);
  claims.equal("γ⁺ = (α + βλ)/(2λ) + √Δ_γ/(2λ)", sum / (2 * r.lambda) + r.root / (2 * r.lambda), r.plus);
  claims.equal("γ⁺ = β/2 + α/(2λ) + √Δ_γ/(2λ)", r.beta / 2 + r.alpha / (2 * r.lambda) + r.root / (2 * r.lambda),
               r.plus);
  claims.equal("γ⁻ = (α + βλ)/(2λ) − √Δ_γ/(2λ)", sum / (2 * r.lambda) - r.root / (2 * r.lambda), r.minus);
  claims.equal("γ⁻ = β/2 + α/(2λ) − √Δ_γ/(2λ)", r.beta / 2 + r.alpha / (2 * r.lambda) - r.root / (2 * r.lambda),
               r.minus);
  for (const Number& gamma : {r.minus, r.plus})
    claims.equal("det M_p = 0 at γ∓", InnaBlock(r.alpha, r.beta, gamma, r.lambda).determinant(), 0);
  claims.less("0 < α", 0, r.alpha);
  claims.less("0 < γ⁻", 0, r.minus);
}

void claim_negative(const BothRoots& r, Claims& claims) {
  claim_roots(r, claims);
  claims.less("λ < 0", r.lambda, 0);
  claims.equal("Δ_γ − (α + βλ)² = −4λ", square(r.root) - square(r.alpha + r.beta * r.lambda), -4 * r.lambda);
  claims.less("γ⁺ < 0", r.plus, 0);
}
void claim_positive(const BothRoots& r, Claims& claims) {
  claim_roots(r, claims);
  claims.less("0 < λ", 0, r.lambda);
  claims.equal("γ⁺ − γ⁻ = √Δ_γ/λ", r.plus - r.minus, r.root / r.lambda);
}

void above_one_negative(const AboveOneNegative& r, Claims& claims) {
  claim_negative(r, claims);
  claims.equal("αβ − 1", r.alpha * r.beta - 1, r.product_less_one);
  claims.less("1 < αβ", 0, r.product_less_one);
  claims.equal("γ⁻ − 1/α", r.minus - 1 / r.alpha, r.excess);
  claims.less("1/α < γ⁻", 0, r.excess);
}
void above_one_positive(const AboveOnePositive& r, Claims& claims) {
  claim_positive(r, claims);
  claims.equal("αβ − 1", r.alpha * r.beta - 1, r.product_less_one);
  claims.less("1 < αβ", 0, r.product_less_one);
  claims.equal("γ⁻ − 1/α", r.minus - 1 / r.alpha, r.excess);
  claims.less("γ⁻ < 1/α", r.excess, 0);
  claims.less("0 < αβ − 1 = α(β − 1/α)", 0, r.product_less_one / r.alpha);
}
void below_one_negative(const BelowOneNegative& r, Claims& claims) {
  claim_negative(r, claims);
  claims.equal("1 − αβ", 1 - r.alpha * r.beta, r.one_less_product);
  claims.at_most("αβ ≤ 1", 0, r.one_less_product);
  claims.equal("γ⁻ − β", r.minus - r.beta, r.above_beta);
  claims.at_most("β ≤ γ⁻", 0, r.above_beta);
}
void below_one_low(const BelowOneLow& r, Claims& claims) {
  claim_positive(r, claims);
  claims.equal("1 − αβ", 1 - r.alpha * r.beta, r.one_less_product);
  claims.at_most("αβ ≤ 1", 0, r.one_less_product);
  claims.equal("γ⁻ − 1/α", r.minus - 1 / r.alpha, r.excess);
  claims.at_most("1/α ≤ γ⁻", 0, r.excess);
}
void below_one_high(const BelowOneHigh& r, Claims& claims) {
  claim_positive(r, claims);
  claims.equal("1 − αβ", 1 - r.alpha * r.beta, r.one_less_product);
  claims.at_most("αβ ≤ 1", 0, r.one_less_product);
}

/// One step of one parameter from any state, along any v.
struct OneStep {
  explicit OneStep(const Unknowns& u)
      : alpha(u.real("α")),
        beta(u.positive("β")),
        gamma(u.positive("γ")),
        theta(u.real("θ")),
        psi(u.real("ψ")),
        v(u.real("∇𝒥(θ)")),
        next_theta(theta),
        next_psi(psi),
        rest_theta(theta),
        rest_psi((1 - alpha * beta) * theta) {
    const InnaEntry<Number> step{1 / beta - alpha, 1 / beta, beta, gamma};
    step(v, next_theta, next_psi);
    step(0, rest_theta, rest_psi);
  }
  Number alpha, beta, gamma, theta, psi, v;
  Number next_theta, next_psi, rest_theta, rest_psi;
};

void fixed_points(const OneStep& s, Claims& claims) {
  const Number pull = -(s.alpha - 1 / s.beta) * s.theta - s.psi / s.beta;
  claims.equal("(3.21), θ", s.next_theta, s.theta + s.gamma * (pull - s.beta * s.v));
  claims.equal("(3.21), ψ", s.next_psi, s.psi + s.gamma * pull);
  claims.equal("θ rests where ∇𝒥(θ) = 0 and ψ = (1 − αβ)θ", s.rest_theta, s.theta);
  claims.equal("ψ rests there", s.rest_psi, (1 - s.alpha * s.beta) * s.theta);
  claims.equal("γβ∇𝒥(θ) = (ψ⁺ − ψ) − (θ⁺ − θ)", (s.next_psi - s.psi) - (s.next_theta - s.theta),
               s.gamma * s.beta * s.v);
  claims.equal("γ((1 − αβ)θ − ψ) = β(ψ⁺ − ψ)", s.beta * (s.next_psi - s.psi),
               s.gamma * ((1 - s.alpha * s.beta) * s.theta - s.psi));
}

void determinant(const AnyBlock& b, Claims& claims) {
  const Number share = b.gamma / b.beta, pull = b.gamma * (b.alpha - 1 / b.beta);
  claims.equal("det M_p as a product", b.determinant(),
               (1 - pull - b.gamma * b.beta * b.lambda) * (1 - share) - share * pull);
  claims.equal("det M_p = 1 − γ(α + βλ) + γ²λ", b.determinant(), b.printed());
}
void at_0(const AnyBlock& b, Claims& claims) {
  claims.equal("det M_p = α(1/α − γ) at λ_p = 0", InnaBlock(b.alpha, b.beta, b.gamma, 0).determinant(),
               1 - b.alpha * b.gamma);
}
void discriminant_in_gamma(const AnyBlock& b, Claims& claims) {
  claims.equal("4λ det M_p = (2λγ − (α + βλ))² − Δ_γ", 4 * b.lambda * b.determinant(),
               square(2 * b.lambda * b.gamma - (b.alpha + b.beta * b.lambda)) -
                   smaller_root::discriminant(b.alpha, b.beta, b.lambda));
}

template <class Value>
Form<Unknowns> planted_determinant(const char* key, Value value) {
  return form<AnyBlock, Unknowns>(key, [value](const AnyBlock& b, Claims& claims) {
    claims.equal("det M_p = planted", b.determinant(), value(b));
  });
}

Form<Unknowns> from_lemma_3_13() {
  return smaller_root::decreases_on_positives().with([](Form<Unknowns>& form) { form.key = "αβ > 1: γ⁻ ≥ γ⁻(L)"; });
}

}  // namespace

Lines<Unknowns> general_lines() {
  return {
      .steps = {{"(3.22)", "G(θ, ψ) = (θ, ψ) ⟺ ∇𝒥(θ) = 0 and ψ = (1 − αβ)θ",
                 form<OneStep, Unknowns>(fixed_points).of_code()},
                {"(3.39)", "det(M_p) = (1 − γ(α − 1/β) − γβλ_p)(1 − γ/β) − (γ/β)γ(α − 1/β) = 1 − γ(α + βλ_p) + γ²λ_p",
                 form<AnyBlock, Unknowns>(determinant).of_code()},
                {"λ_p = 0", "if λ_p = 0, we must take γ ≠ 1/α", form<AnyBlock, Unknowns>(at_0).of_code()},
                {"Δ_γ", "(3.39) is a second-order polynomial in γ and its discriminant is Δ_γ = (α + βλ_p)² − 4λ_p",
                 form<AnyBlock, Unknowns>(discriminant_in_gamma).of_code()},
                {"αβ > 1, λ_p < 0",
                 "√((α + βλ_p)² − 4λ_p) > |α + βλ_p|, so γ⁺ < 0; γ⁻ decreases to 1/α for λ_p → 0, this yields a first "
                 "condition γ < 1/α",
                 form<AboveOneNegative, Unknowns>(above_one_negative)},
                {"αβ > 1, λ_p > 0", "γ⁺ ≥ γ⁻ > 0; 1/α > γ⁻; the condition γ < β holds but is not necessary",
                 form<AboveOnePositive, Unknowns>(above_one_positive)},
                {"αβ > 1: γ⁻ ≥ γ⁻(L)", "Lemma 3.13 exactly states that γ⁻ is a decreasing function of λ_p > 0",
                 from_lemma_3_13()},
                {"αβ ≤ 1, λ_p < 0", "γ⁺ < 0; γ⁻ is increasing, and tends to β for λ_p → −∞, so we need γ < β",
                 form<BelowOneNegative, Unknowns>(below_one_negative)},
                {"αβ ≤ 1, λ_p < x⁻", "γ⁺ > γ⁻ > 0; γ⁻ is increasing, and tends to 1/α for λ_p → 0",
                 form<BelowOneLow, Unknowns>(below_one_low)},
                {"αβ ≤ 1, λ_p > x⁺", "γ⁺ > γ⁻ > 0", form<BelowOneHigh, Unknowns>(below_one_high)}},
      .planted = {
          planted_determinant("sign: 1 + γ(α + βλ) + γ²λ",
                              [](const AnyBlock& b) { return 2 - b.printed() + 2 * square(b.gamma) * b.lambda; }),
          planted_determinant("factor: γλ for γ²λ",
                              [](const AnyBlock& b) { return b.printed() + (b.gamma - square(b.gamma)) * b.lambda; }),
          planted_determinant("missing term: without γ²λ",
                              [](const AnyBlock& b) { return b.printed() - square(b.gamma) * b.lambda; }),
          planted_determinant("swapped: β + αλ", [](const AnyBlock& b) {
            return b.printed() + b.gamma * (b.alpha - b.beta) * (1 - b.lambda);
          })}};
}

}  // namespace verigrad::local_diffeomorphism
