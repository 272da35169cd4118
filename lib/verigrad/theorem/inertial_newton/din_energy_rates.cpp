#include "verigrad/theorem/inertial_newton/din_energy_rates.hpp"

#include <cmath>

#include "verigrad/number/types.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"

namespace verigrad::din_energy_rates {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "inna/2.5",
       .stem = "din_energy_rates",
       .title = "Derivative of the energies",
       .source = "Thesis, Lemma 2.5 with (2.17), and its proof",
       .text = "For a.e. t > 0, (θ′ − ψ′)/β ∈ D𝒥(θ), dE_min/dt = −‖√α θ′ − (ψ′ − θ′)/√β‖² and dE_max/dt = −‖√α θ′ + "
               "(ψ′ − θ′)/√β‖², where E_min, E_max = (1 ∓ √(αβ))²𝒥(θ) + ½‖(α − 1/β)θ + ψ/β‖²",
       .code = {"flow/din.hpp: din_velocity"},
       .hypotheses = {{"solution", "(θ, ψ) solves (2.12): θ′ + βD𝒥(θ) + s ∋ 0, ψ′ + s = 0, s = (α − 1/β)θ + ψ/β"},
                      {"parameters",
                       "α ≥ 0, β > 0; with λ in place of (1 ± √(αβ))² the rates need no signs, only β ≠ 0"},
                      {"regularity",
                       "𝒥 is a sum of tame locally Lipschitz functions, so that Lemma 2.3 holds: d𝒥/dt = ⟨θ′, v⟩ for "
                       "all v ∈ D𝒥(θ). Of v nothing else is used"}},
       .formal = {.theorems = {"conclusion_element", "conclusion_min", "conclusion_max", "conclusion_decreases"},
                  .corrected = "the two rates exchanged, with (ψ′ − θ′)/β ∈ D𝒥(θ)",
                  .given = "the chain rule (2.18) at t, which Lemma 2.3 has for almost every t"},
       .errata = {{.key = "completed square",
                   .place = "proof of Lemma 2.5, before (2.20), with α ≥ 0 of (2.5)",
                   .printed = "−‖√α θ′ + (αβ + 1 − λ)/(2√α) (θ′ − ψ′)/β‖² − (β − (αβ + 1 − λ)²/4α)‖…‖²",
                   .corrected = "for α > 0; for α = 0 both energies are 𝒥 + ½‖…‖², λ = 1, and the line before is "
                                "−β‖(ψ′ − θ′)/β‖², so that the lemma holds",
                   .remark = "The line divides by √α, and the text allows α = 0.",
                   .weight = Weight::gap}}},
      lines());
  return result;
}

bool hypotheses_hold(const DinInstance& instance) {
  const double a = std::sqrt(instance.alpha), b = std::sqrt(instance.beta);
  return instance.alpha >= 0 && instance.beta > 0 && a * a == instance.alpha && b * b == instance.beta;
}

namespace {

struct Run : DinRun {
  using Instance = DinInstance;
  explicit Run(const DinInstance& instance)
      : DinRun(instance),
        a(exact(std::sqrt(instance.alpha))),
        b(exact(std::sqrt(instance.beta))),
        lambda(exact(instance.lambda)) {}
  explicit Run(const Unknowns& unknowns) : Run(unknowns, unknowns.nonnegative("√α"), unknowns.positive("√β")) {}
  Run(const Unknowns& unknowns, Number root_alpha, Number root_beta)
      : DinRun(unknowns, square(root_alpha), square(root_beta)),
        a(std::move(root_alpha)),
        b(std::move(root_beta)),
        lambda(unknowns.real("λ")) {}

  Number lambda_min() const { return square(1 - a * b); }
  Number lambda_max() const { return square(1 + a * b); }
  const Vector<Number>& u() const { return this->velocity.theta; }
  const Vector<Number>& w() const { return this->velocity.psi; }
  /// (ψ′ − θ′)/β.
  Vector<Number> subgradient() const { return (1 / this->beta) * (w() - u()); }
  /// −‖√α θ′ + sign (ψ′ − θ′)/√β‖².
  Number minus_square(int sign) const { return -squared_norm(a * u() + (sign / b) * (w() - u())); }
  /// −α‖θ′‖² − β‖x‖² + (λ − αβ − 1)⟨θ′, x⟩.
  Number in_u_and(const Vector<Number>& x) const {
    return -this->alpha * squared_norm(u()) - this->beta * squared_norm(x) +
           (lambda - this->alpha * this->beta - 1) * dot(u(), x);
  }
  /// β − (αβ + 1 − λ)²/4α for λ, √α > 0.
  Number remainder_factor(const Number& weight) const {
    return this->beta - square(this->alpha * this->beta + 1 - weight) / (4 * this->alpha);
  }
  /// −‖√α θ′ + (αβ + 1 − λ)/(2√α) x‖² − (β − (αβ + 1 − λ)²/4α)‖x‖².
  Number completed(const Vector<Number>& x) const {
    const Number factor = (this->alpha * this->beta + 1 - lambda) / (2 * a);
    return -squared_norm(a * u() + factor * x) - remainder_factor(lambda) * squared_norm(x);
  }
  Number with_v(const Vector<Number>& x) const {
    return lambda * dot(u(), x) - (this->alpha - 1 / this->beta) * dot(u(), w()) - squared_norm(w()) / this->beta;
  }

  Number a, b;  ///< √α, √β
  Number lambda;
};

/// All values of the unknowns with √α > 0.
struct PositiveAlphaRun : Run {
  explicit PositiveAlphaRun(const Unknowns& unknowns)
      : Run(unknowns, unknowns.positive("√α"), unknowns.positive("√β")) {}
};

/// α of any sign, β of the given one.
template <int sign>
struct UnsignedRun : DinRun {
  explicit UnsignedRun(const Unknowns& unknowns)
      : DinRun(unknowns, unknowns.real("α"), sign * unknowns.positive(sign > 0 ? "β" : "−β")),
        lambda(unknowns.real("λ")) {}
  Number lambda;
};
using AnyAlphaRun = UnsignedRun<1>;
using NegativeBetaRun = UnsignedRun<-1>;

template <class Point>
void claim_in_theta_and_v(const Point& r, Claims& claims) {
  const auto& u = r.velocity.theta;
  const Number cross = (r.lambda - r.alpha * r.beta - 1) * dot(u, r.v);
  claims.equal("E_λ′ = −α‖θ′‖² − β‖v‖² + (λ − αβ − 1)⟨θ′, v⟩", r.rate(r.lambda),
               -r.alpha * squared_norm(u) - r.beta * squared_norm(r.v) + cross);
}

/// Claims that the rates are `sign` and −`sign` in front of (ψ′ − θ′)/√β.
void claim_rates(const Run& r, int sign, Claims& claims) {
  claims.equal("E_min′ = −‖√α θ′ ± (ψ′ − θ′)/√β‖²", r.rate(r.lambda_min()), r.minus_square(sign));
  claims.equal("E_max′ = −‖√α θ′ ∓ (ψ′ − θ′)/√β‖²", r.rate(r.lambda_max()), r.minus_square(-sign));
}

constexpr auto printed_rates = [](const Run& r, Claims& claims) { claim_rates(r, -1, claims); };
constexpr auto right_rates = [](const Run& r, Claims& claims) { claim_rates(r, 1, claims); };

void conclusion_for_all(const Run& r, Claims& claims) {
  claim_rates(r, 1, claims);
  claims.at_most("E_min′ ≤ 0", r.minus_square(1), 0);
  claims.at_most("E_max′ ≤ 0", r.minus_square(-1), 0);
  const Number t = square(r.lambda) / (1 + square(r.lambda));
  const Number between = (1 - t) * r.lambda_min() + t * r.lambda_max();
  const Number mixture = r.minus_square(1) / (1 + square(r.lambda)) + t * r.minus_square(-1);
  claims.equal("E_μ′ = (1 − t)E_min′ + t E_max′ for μ = (1 − t)λ_min + tλ_max, t = λ²/(1 + λ²)", r.rate(between),
               mixture);
  claims.at_most("E_μ′ ≤ 0", mixture, 0);
}

void max_if_smooth(const Run& r, Claims& claims) { r.claim_rate_if_smooth(r.lambda_max(), r.minus_square(-1), claims); }
void min_if_smooth(const Run& r, Claims& claims) { r.claim_rate_if_smooth(r.lambda_min(), r.minus_square(1), claims); }

void at_most_zero(const Run& r, Claims& claims) {
  const Number loss = r.alpha * squared_norm(r.u()) + r.beta * squared_norm(r.v);
  claims.at_most("E_λ′ + α‖θ′‖² + β‖v‖² ≤ α‖θ′‖² + β‖v‖²", r.rate(r.lambda) + loss, loss);
}
void zero_rate(const Run& r, Claims& claims) { claims.equal("E_λ′ = 0", r.rate(r.lambda), 0); }

void chain_rule(const Run& r, Claims& claims) {
  claims.equal("E_λ′ = λ⟨θ′, v⟩ + (α − 1/β)⟨θ′, s⟩ + ⟨ψ′, s⟩/β (2.19)", r.rate(r.lambda),
               r.lambda * dot(r.u(), r.v) + (r.alpha - 1 / r.beta) * dot(r.u(), r.s) + dot(r.w(), r.s) / r.beta);
}
void residual(const Run& r, Claims& claims) {
  claims.equal("‖ψ′ + (α − 1/β)θ + ψ/β‖² = 0",
               squared_norm(r.w() + (r.alpha - 1 / r.beta) * r.at.theta + (1 / r.beta) * r.at.psi), 0);
}
void completed_square(const Run& r, Claims& claims) {
  const Vector<Number> printed = -r.subgradient();
  claims.equal("−α‖θ′‖² − β‖x‖² + (λ − αβ − 1)⟨θ′, x⟩ = −‖√α θ′ + …‖² − (β − …)‖x‖², x = (θ′ − ψ′)/β",
               r.in_u_and(printed), r.completed(printed));
}
void interval_of_lambda(const Run& r, Claims& claims) {
  const Number t = square(r.lambda) / (1 + square(r.lambda));
  const Number weight = r.lambda_min() + t * (r.lambda_max() - r.lambda_min());
  const Number bound = 4 * r.beta * t / (1 + square(r.lambda));
  claims.equal("β − (αβ + 1 − μ)²/4α = 4βt(1 − t) for μ = (1 − t)λ_min + tλ_max, t = λ²/(1 + λ²)",
               r.remainder_factor(weight), bound);
  claims.at_most("0 ≤ 4βt(1 − t)", 0, bound);
}
void claim_factor_not_negative(const Run& r, Claims& claims) {
  claims.at_most("(αβ + 1 − λ)²/4α ≤ β", r.beta - r.remainder_factor(r.lambda), r.beta);
}
void factor_positive(const Run& r, Claims& claims) {
  claims.less("(αβ + 1 − λ)²/4α < β", r.beta - r.remainder_factor(r.lambda), r.beta);
}

/// The elements (ψ′ − θ′)/β of D𝒥(θ), times sign.
template <int sign>
void element(const Run& r, Claims& claims) {
  claims.equal("‖±(ψ′ − θ′)/β − v‖² = 0", squared_norm(sign * r.subgradient() - r.v), 0);
}
template <int sign>
void rate_with_v(const Run& r, Claims& claims) {
  claims.equal("E_λ′ = λ⟨θ′, x⟩ − (α − 1/β)⟨θ′, ψ′⟩ − ‖ψ′‖²/β", r.rate(r.lambda), r.with_v(sign * r.subgradient()));
}
template <int sign>
void in_theta_and_v(const Run& r, Claims& claims) {
  claims.equal("E_λ′ = −α‖θ′‖² − β‖x‖² + (λ − αβ − 1)⟨θ′, x⟩", r.rate(r.lambda), r.in_u_and(sign * r.subgradient()));
}
template <int sign>
void as_square(const Run& r, Claims& claims) {
  claims.equal("E_λ′ = −‖√α θ′ + …‖² − (β − …)‖x‖²", r.rate(r.lambda), r.completed(sign * r.subgradient()));
}

bool alpha_positive(const DinInstance& instance) { return instance.alpha > 0; }
bool lambda_min_positive(const DinInstance& instance) { return instance.alpha * instance.beta != 1; }

/// (2.20), in θ′ and θ′ − ψ′: the squares with ±sign, and their difference.
template <int sign>
void rates_2_20(const Run& r, Claims& claims) {
  const Vector<Number> difference = r.u() - r.w();
  const Number minimum = r.rate(r.lambda_min()), maximum = r.rate(r.lambda_max());
  claims.equal("E_min′ = −‖√α θ′ ± (θ′ − ψ′)/√β‖²", minimum, -squared_norm(r.a * r.u() + (sign / r.b) * difference));
  claims.equal("E_max′ − E_min′ = ±4√(α/β)⟨θ′, θ′ − ψ′⟩", maximum - minimum,
               4 * sign * r.a / r.b * dot(r.u(), difference));
}

/// wrong(key, what the planted form says that E_min′ and E_max′ are).
template <class Instance>
Forms<Instance> planted(const std::string& suffix = "") {
  const auto wrong = [&](const std::string& key, auto rate) {
    return form<Run, Instance>(key + suffix, [rate](const Run& r, Claims& claims) {
      claims.equal("E_min′ = planted rate", r.rate(r.lambda_min()), rate(r, 1));
      claims.equal("E_max′ = planted rate", r.rate(r.lambda_max()), rate(r, -1));
    });
  };
  return {wrong("increase: the sign of the square", [](const Run& r, int sign) { return -r.minus_square(sign); }),
          wrong("factor: ½ of the square", [](const Run& r, int sign) { return frac(1, 2) * r.minus_square(sign); }),
          wrong("swapped: √β (ψ′ − θ′) for (ψ′ − θ′)/√β",
                [](const Run& r, int sign) { return -squared_norm(r.a * r.u() + (sign * r.b) * (r.w() - r.u())); }),
          wrong("swapped: ψ′ for θ′",
                [](const Run& r, int sign) { return -squared_norm(r.a * r.w() + (sign / r.b) * (r.w() - r.u())); }),
          wrong("missing term: no ⟨θ′, v⟩",
                [](const Run& r, int) { return -r.alpha * squared_norm(r.u()) - r.beta * squared_norm(r.v); })};
}

/// The parabola with α = β = 1 at λ = 4, an end of the interval.
DinInstance at_end_of_interval() {
  DinInstance instance = din_on_parabola(0);
  instance.lambda = 4;
  return instance;
}

FalseLine<DinInstance> wrong_rates() {
  return {.words = {.key = "rates",
                    .place = "Lemma 2.5",
                    .printed = "dE_min/dt = −‖√α θ′ − (ψ′ − θ′)/√β‖², dE_max/dt = −‖√α θ′ + (ψ′ − θ′)/√β‖²",
                    .corrected = "dE_min/dt = −‖√α θ′ + (ψ′ − θ′)/√β‖², dE_max/dt = −‖√α θ′ − (ψ′ − θ′)/√β‖²",
                    .remark = "By (2.12), ψ′ − θ′ = βv, and the text has θ′ − ψ′ = βv.",
                    .by_hand = "𝒥 = θ²/2, α = β = 1, θ = 1, ψ = 0: θ′ = −1, ψ′ = 0, E_min = ψ²/2, so E_min′ = 0, while "
                               "−‖θ′ − (ψ′ − θ′)‖² = −4",
                    .weight = Weight::statement,
                    .survives = "with the two rates exchanged; their sum, which Lemma 2.6 uses, is right",
                    .same_as = "inna/2.5: element of D𝒥",
                    .of_statement = true},
          .printed = form<Run>(printed_rates),
          .counterexample = din_on_parabola(0),
          .corrected = {form<Run>(right_rates)}};
}
FalseLine<DinInstance> wrong_element() {
  return {.words = {.key = "element of D𝒥",
                    .place = "Lemma 2.5, and its proof after (2.19)",
                    .printed = "(θ′ − ψ′)/β ∈ D𝒥(θ)",
                    .corrected = "(ψ′ − θ′)/β ∈ D𝒥(θ)",
                    .remark = "The second line of (2.12) less the first is ψ′ − θ′ = βv.",
                    .by_hand = "𝒥 = θ²/2, α = β = 1, θ = 1, ψ = 0: (θ′ − ψ′)/β = −1, and D𝒥(1) = {1}",
                    .weight = Weight::statement,
                    .survives = "(ψ′ − θ′)/β ∈ D𝒥(θ)"},
          .printed = form<Run>(element<-1>),
          .counterexample = din_on_parabola(0),
          .corrected = {form<Run>(element<1>).of_code()}};
}
FalseLine<DinInstance> wrong_rate_with_other_v() {
  return {.words = {.key = "rate with v",
                    .place = "proof of Lemma 2.5, after (2.19)",
                    .printed = "E_λ′ = λ⟨θ′, (θ′ − ψ′)/β⟩ − (α − 1/β)⟨θ′, ψ′⟩ − ⟨ψ′, ψ′⟩/β",
                    .corrected = "E_λ′ = λ⟨θ′, (ψ′ − θ′)/β⟩ − (α − 1/β)⟨θ′, ψ′⟩ − ⟨ψ′, ψ′⟩/β",
                    .remark = "The same sign of v.",
                    .by_hand = "𝒥 = θ²/2, α = β = λ = 1, θ = 1, ψ = 0: the left side is −1, the right side 1",
                    .weight = Weight::line,
                    .same_as = "inna/2.5: element of D𝒥"},
          .printed = form<Run>(rate_with_v<-1>),
          .counterexample = din_on_parabola(0),
          .corrected = {form<Run>(rate_with_v<1>)}};
}
FalseLine<DinInstance> wrong_rate_in_theta_and_v() {
  return {
      .words = {.key = "rate in θ′ and v",
                .place = "proof of Lemma 2.5, the next display",
                .printed = "E_λ′ = −α‖θ′‖² − β‖(θ′ − ψ′)/β‖² + (λ − αβ − 1)⟨θ′, (θ′ − ψ′)/β⟩",
                .corrected = "E_λ′ = −α‖θ′‖² − β‖(ψ′ − θ′)/β‖² + (λ − αβ − 1)⟨θ′, (ψ′ − θ′)/β⟩",
                .remark =
                    "It does not follow from the printed line before it either, which has λ + αβ + 1 in that form. The "
                    "text says 'as a function of θ′ and (ψ − θ)/β', which lacks two dots but has the right sign.",
                .by_hand = "𝒥 = θ²/2, α = β = λ = 1, θ = 1, ψ = 0: the left side is −1, the right side −3",
                .weight = Weight::line,
                .same_as = "inna/2.5: element of D𝒥"},
      .printed = form<Run>(in_theta_and_v<-1>),
      .counterexample = din_on_parabola(0),
      .corrected = {form<Run>(in_theta_and_v<1>)}};
}
FalseLine<DinInstance> wrong_rate_as_square() {
  return {
      .words = {.key = "rate as a square",
                .place = "proof of Lemma 2.5, the same display",
                .printed = "E_λ′ = −‖√α θ′ + (αβ + 1 − λ)/(2√α) (θ′ − ψ′)/β‖² − (β − (αβ + 1 − λ)²/4α)‖(θ′ − ψ′)/β‖²",
                .corrected = "E_λ′ = −‖√α θ′ + (αβ + 1 − λ)/(2√α) (ψ′ − θ′)/β‖² − (β − (αβ + 1 − λ)²/4α)‖(ψ′ − θ′)/β‖²",
                .remark = "The same sign of v.",
                .by_hand = "𝒥 = θ²/2, α = β = λ = 1, θ = 1, ψ = 0: the left side is −1, the right side −3",
                .weight = Weight::line,
                .same_as = "inna/2.5: element of D𝒥"},
      .printed = form<Run>(as_square<-1>).where(alpha_positive),
      .counterexample = din_on_parabola(0),
      .corrected = {form<Run>(as_square<1>).where(alpha_positive)}};
}
FalseLine<DinInstance> wrong_closed_interval() {
  return {.words = {.key = "closed interval",
                    .place = "proof of Lemma 2.5, before (2.20)",
                    .printed = "β − (αβ + 1 − λ)²/4α > 0 whenever λ ∈ [(1 − √(αβ))², (1 + √(αβ))²]",
                    .corrected = "≥ 0; > 0 in the open interval",
                    .remark = "It is 0 at both ends, and the ends are what the text chooses: E_min and E_max do not "
                              "increase, but each is constant at states where nothing rests.",
                    .by_hand = "α = β = 1, λ = 4: 1 − 4/4 = 0",
                    .weight = Weight::line},
          .printed = form<Run>(factor_positive).where(alpha_positive),
          .counterexample = at_end_of_interval(),
          .corrected = {form<Run>(claim_factor_not_negative).where(alpha_positive)}};
}
FalseLine<DinInstance> wrong_rates_again() {
  return {.words = {.key = "(2.20)",
                    .place = "(2.20)",
                    .printed = "E_min′ = −‖√α θ′ + (θ′ − ψ′)/√β‖², E_max′ = −‖√α θ′ − (θ′ − ψ′)/√β‖²",
                    .corrected = "E_min′ = −‖√α θ′ − (θ′ − ψ′)/√β‖², E_max′ = −‖√α θ′ + (θ′ − ψ′)/√β‖²",
                    .remark = "The lemma's rates in other letters, and the same sign of v.",
                    .by_hand = "𝒥 = θ²/2, α = β = 1, θ = 1, ψ = 0: E_min′ = 0, while −‖θ′ + (θ′ − ψ′)‖² = −4",
                    .weight = Weight::line,
                    .same_as = "inna/2.5: element of D𝒥"},
          .printed = form<Run>(rates_2_20<1>),
          .counterexample = din_on_parabola(0),
          .corrected = {form<Run>(rates_2_20<-1>)}};
}

}  // namespace

Lines<DinInstance> lines() {
  return {.steps = {{"(2.19)", "E_λ′ = λ⟨θ′, v⟩ + (α − 1/β)⟨θ′, s⟩ + ⟨ψ′, s⟩/β", form<Run>(chain_rule)},
                    {"−ψ′", "−ψ′ = (α − 1/β)θ + ψ/β", form<Run>(residual).of_code()},
                    {"completed square",
                     "−α‖θ′‖² − β‖x‖² + (λ − αβ − 1)⟨θ′, x⟩ = −‖√α θ′ + (αβ + 1 − λ)/(2√α) x‖² − (β − (αβ + 1 − "
                     "λ)²/4α)‖x‖²; for α > 0 only, while the lemma has α ≥ 0, for which its conclusion is true, too",
                     form<Run>(completed_square).where(alpha_positive)}},
          .errata = {wrong_rates(), wrong_element(), wrong_rate_with_other_v(), wrong_rate_in_theta_and_v(),
                     wrong_rate_as_square(), wrong_closed_interval(), wrong_rates_again()},
          .planted = planted<DinInstance>(),
          .separating = {din_on_flat_parabola()}};
}
Lines<Unknowns> general_lines() {
  return {.steps = {{"(2.19), all states", {}, form<Run, Unknowns>(chain_rule)},
                    {"−ψ′, all states", {}, form<Run, Unknowns>(residual).of_code()},
                    {"completed square, all states", {}, form<PositiveAlphaRun, Unknowns>(completed_square)}},
          .planted = planted<Unknowns>(", all states")};
}
Forms<Unknowns> general_corrected() {
  return {form<Run, Unknowns>("element of D𝒥, all states", element<1>).of_code(),
          form<Run, Unknowns>("rate with v, all states", rate_with_v<1>),
          form<Run, Unknowns>("rate in θ′ and v, all states", in_theta_and_v<1>),
          form<PositiveAlphaRun, Unknowns>("rate as a square, all states", as_square<1>),
          form<PositiveAlphaRun, Unknowns>("closed interval, all λ between", interval_of_lambda),
          form<Run, Unknowns>("(2.20), all states", rates_2_20<-1>)};
}

Form<Unknowns> general_conclusion() { return form<Run, Unknowns>("corrected, all states", conclusion_for_all); }
Forms<Unknowns> general_rates() {
  return {form<AnyAlphaRun, Unknowns>("E_λ′ for α of any sign", claim_in_theta_and_v<AnyAlphaRun>),
          form<NegativeBetaRun, Unknowns>("E_λ′ for β < 0", claim_in_theta_and_v<NegativeBetaRun>)};
}
Forms<DinInstance> smooth_rates() {
  return {form<Run>("E_max, smooth 𝒥", max_if_smooth),
          form<Run>("E_min, smooth 𝒥", min_if_smooth).where(lambda_min_positive)};
}
Form<DinInstance> decays() { return form<Run>("E_λ decays", at_most_zero); }
Form<DinInstance> is_constant() { return form<Run>("E_λ′ = 0", zero_rate); }

}  // namespace verigrad::din_energy_rates
