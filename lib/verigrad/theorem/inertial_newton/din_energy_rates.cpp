#include "verigrad/theorem/inertial_newton/din_energy_rates.hpp"

#include <cmath>

#include "verigrad/number/types.hpp"

namespace verigrad::din_energy_rates {

bool hypotheses_hold(const DinInstance& instance) {
  const double a = std::sqrt(instance.alpha), b = std::sqrt(instance.beta);
  return instance.alpha >= 0 && instance.beta > 0 && a * a == instance.alpha && b * b == instance.beta;
}

namespace {

struct Rates : DinPoint {
  using Instance = DinInstance;
  explicit Rates(const DinInstance& instance)
      : DinPoint(instance),
        a(exact(std::sqrt(instance.alpha))),
        b(exact(std::sqrt(instance.beta))),
        lambda(exact(instance.lambda)) {}
  explicit Rates(const Unknowns& unknowns) : Rates(unknowns, unknowns.nonnegative("√α"), unknowns.positive("√β")) {}
  Rates(const Unknowns& unknowns, Number root_alpha, Number root_beta)
      : DinPoint(unknowns, square(root_alpha), square(root_beta)),
        a(std::move(root_alpha)),
        b(std::move(root_beta)),
        lambda(unknowns.real("λ")) {}

  Number lambda_min() const { return square(Number(1 - a * b)); }
  Number lambda_max() const { return square(Number(1 + a * b)); }
  const Vector<Number>& u() const { return this->velocity.theta; }
  const Vector<Number>& w() const { return this->velocity.psi; }
  /// (ψ′ − θ′)/β.
  Vector<Number> subgradient() const { return Number(1 / this->beta) * (w() - u()); }
  /// −‖√α θ′ + sign (ψ′ − θ′)/√β‖².
  Number minus_square(int sign) const { return -squared_norm(a * u() + Number(Number(sign) / b) * (w() - u())); }
  /// −α‖θ′‖² − β‖x‖² + (λ − αβ − 1)⟨θ′, x⟩.
  Number in_u_and(const Vector<Number>& x) const {
    return -this->alpha * squared_norm(u()) - this->beta * squared_norm(x) +
           (lambda - this->alpha * this->beta - 1) * dot(u(), x);
  }
  /// β − (αβ + 1 − λ)²/4α for λ, √α > 0.
  Number remainder_factor(const Number& weight) const {
    return this->beta - square(Number(this->alpha * this->beta + 1 - weight)) / (4 * this->alpha);
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
struct PositiveAlpha : Rates {
  explicit PositiveAlpha(const Unknowns& unknowns)
      : Rates(unknowns, unknowns.positive("√α"), unknowns.positive("√β")) {}
};

/// α of any sign, β of the given one.
template <int sign>
struct Unsigned : DinPoint {
  explicit Unsigned(const Unknowns& unknowns)
      : DinPoint(unknowns, unknowns.real("α"), Number(sign) * unknowns.positive(sign > 0 ? "β" : "−β")),
        lambda(unknowns.real("λ")) {}
  Number lambda;
};
using AnyAlpha = Unsigned<1>;
using NegativeBeta = Unsigned<-1>;

template <class Point>
void claim_in_theta_and_v(const Point& r, Claims& claims) {
  const auto& u = r.velocity.theta;
  const Number cross = (r.lambda - r.alpha * r.beta - 1) * dot(u, r.v);
  claims.equal("E_λ′ = −α‖θ′‖² − β‖v‖² + (λ − αβ − 1)⟨θ′, v⟩", r.rate(r.lambda),
               -r.alpha * squared_norm(u) - r.beta * squared_norm(r.v) + cross);
}

/// Claims that the rates are `sign` and −`sign` in front of (ψ′ − θ′)/√β.
void claim_rates(const Rates& r, int sign, Claims& claims) {
  claims.equal("E_min′ = −‖√α θ′ ± (ψ′ − θ′)/√β‖²", r.rate(r.lambda_min()), r.minus_square(sign));
  claims.equal("E_max′ = −‖√α θ′ ∓ (ψ′ − θ′)/√β‖²", r.rate(r.lambda_max()), r.minus_square(-sign));
}

constexpr auto printed_rates = [](const Rates& r, Claims& claims) { claim_rates(r, -1, claims); };
constexpr auto right_rates = [](const Rates& r, Claims& claims) { claim_rates(r, 1, claims); };

void conclusion_for_all(const Rates& r, Claims& claims) {
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

void max_if_smooth(const Rates& r, Claims& claims) {
  r.claim_rate_if_smooth(r.lambda_max(), r.minus_square(-1), claims);
}
void min_if_smooth(const Rates& r, Claims& claims) {
  r.claim_rate_if_smooth(r.lambda_min(), r.minus_square(1), claims);
}

void at_most_zero(const Rates& r, Claims& claims) {
  const Number loss = r.alpha * squared_norm(r.u()) + r.beta * squared_norm(r.v);
  claims.at_most("E_λ′ + α‖θ′‖² + β‖v‖² ≤ α‖θ′‖² + β‖v‖²", r.rate(r.lambda) + loss, loss);
}
void zero_rate(const Rates& r, Claims& claims) { claims.equal("E_λ′ = 0", r.rate(r.lambda), 0); }

void chain_rule(const Rates& r, Claims& claims) {
  claims.equal("E_λ′ = λ⟨θ′, v⟩ + (α − 1/β)⟨θ′, s⟩ + ⟨ψ′, s⟩/β (2.19)", r.rate(r.lambda),
               r.lambda * dot(r.u(), r.v) + (r.alpha - 1 / r.beta) * dot(r.u(), r.s) + dot(r.w(), r.s) / r.beta);
}
void residual(const Rates& r, Claims& claims) {
  claims.equal("‖ψ′ + (α − 1/β)θ + ψ/β‖² = 0",
               squared_norm(r.w() + (r.alpha - 1 / r.beta) * r.at.theta + 1 / r.beta * r.at.psi), 0);
}
void completed_square(const Rates& r, Claims& claims) {
  const Vector<Number> printed = -r.subgradient();
  claims.equal("−α‖θ′‖² − β‖x‖² + (λ − αβ − 1)⟨θ′, x⟩ = −‖√α θ′ + …‖² − (β − …)‖x‖², x = (θ′ − ψ′)/β",
               r.in_u_and(printed), r.completed(printed));
}
void interval_of_lambda(const Rates& r, Claims& claims) {
  const Number t = square(r.lambda) / (1 + square(r.lambda));
  const Number weight = r.lambda_min() + t * (r.lambda_max() - r.lambda_min());
  const Number bound = 4 * r.beta * t / (1 + square(r.lambda));
  claims.equal("β − (αβ + 1 − μ)²/4α = 4βt(1 − t) for μ = (1 − t)λ_min + tλ_max, t = λ²/(1 + λ²)",
               r.remainder_factor(weight), bound);
  claims.at_most("0 ≤ 4βt(1 − t)", 0, bound);
}
void claim_factor_not_negative(const Rates& r, Claims& claims) {
  claims.at_most("(αβ + 1 − λ)²/4α ≤ β", r.beta - r.remainder_factor(r.lambda), r.beta);
}
void factor_positive(const Rates& r, Claims& claims) {
  claims.less("(αβ + 1 − λ)²/4α < β", r.beta - r.remainder_factor(r.lambda), r.beta);
}

/// The elements (ψ′ − θ′)/β of D𝒥(θ), times sign.
template <int sign>
void element(const Rates& r, Claims& claims) {
  claims.equal("‖±(ψ′ − θ′)/β − v‖² = 0", squared_norm(Number(sign) * r.subgradient() - r.v), 0);
}
template <int sign>
void rate_with_v(const Rates& r, Claims& claims) {
  claims.equal("E_λ′ = λ⟨θ′, x⟩ − (α − 1/β)⟨θ′, ψ′⟩ − ‖ψ′‖²/β", r.rate(r.lambda),
               r.with_v(Number(sign) * r.subgradient()));
}
template <int sign>
void in_theta_and_v(const Rates& r, Claims& claims) {
  claims.equal("E_λ′ = −α‖θ′‖² − β‖x‖² + (λ − αβ − 1)⟨θ′, x⟩", r.rate(r.lambda),
               r.in_u_and(Number(sign) * r.subgradient()));
}
template <int sign>
void as_square(const Rates& r, Claims& claims) {
  claims.equal("E_λ′ = −‖√α θ′ + …‖² − (β − …)‖x‖²", r.rate(r.lambda), r.completed(Number(sign) * r.subgradient()));
}

bool alpha_positive(const DinInstance& instance) { return instance.alpha > 0; }
bool lambda_min_positive(const DinInstance& instance) { return instance.alpha * instance.beta != 1; }

/// (2.20), in θ′ and θ′ − ψ′: the squares with ±sign, and their difference.
template <int sign>
void rates_2_20(const Rates& r, Claims& claims) {
  const Vector<Number> difference = r.u() - r.w();
  const Number minimum = r.rate(r.lambda_min()), maximum = r.rate(r.lambda_max());
  claims.equal("E_min′ = −‖√α θ′ ± (θ′ − ψ′)/√β‖²", minimum,
               -squared_norm(r.a * r.u() + Number(Number(sign) / r.b) * difference));
  claims.equal("E_max′ − E_min′ = ±4√(α/β)⟨θ′, θ′ − ψ′⟩", maximum - minimum,
               Number(4 * sign) * r.a / r.b * dot(r.u(), difference));
}

/// make(key, what the planted form says that E_min′ and E_max′ are).
template <class Make>
auto planted_with(Make make) {
  return std::vector{
      make("increase: the sign of the square", [](const Rates& r, int sign) { return -r.minus_square(sign); }),
      make("factor: ½ of the square", [](const Rates& r, int sign) { return frac(1, 2) * r.minus_square(sign); }),
      make("swapped: √β (ψ′ − θ′) for (ψ′ − θ′)/√β",
           [](const Rates& r, int sign) {
             return -squared_norm(r.a * r.u() + Number(Number(sign) * r.b) * (r.w() - r.u()));
           }),
      make("swapped: ψ′ for θ′",
           [](const Rates& r, int sign) {
             return -squared_norm(r.a * r.w() + Number(Number(sign) / r.b) * (r.w() - r.u()));
           }),
      make("missing term: no ⟨θ′, v⟩",
           [](const Rates& r, int) { return -r.alpha * squared_norm(r.u()) - r.beta * squared_norm(r.v); })};
}

template <class Rate>
auto claims_of(Rate rate) {
  return [rate](const Rates& r, Claims& claims) {
    claims.equal("E_min′ = planted rate", r.rate(r.lambda_min()), Number(rate(r, 1)));
    claims.equal("E_max′ = planted rate", r.rate(r.lambda_max()), Number(rate(r, -1)));
  };
}

}  // namespace

Form<Unknowns> general_conclusion() { return form<Rates, Unknowns>("corrected, all states", conclusion_for_all); }
Forms<Unknowns> general_rates() {
  return {form<AnyAlpha, Unknowns>("E_λ′ for α of any sign", claim_in_theta_and_v<AnyAlpha>),
          form<NegativeBeta, Unknowns>("E_λ′ for β < 0", claim_in_theta_and_v<NegativeBeta>)};
}
Forms<DinInstance> smooth_rates() {
  return {form<Rates>("E_max, smooth 𝒥", max_if_smooth),
          form<Rates>("E_min, smooth 𝒥", min_if_smooth).where(lambda_min_positive)};
}
Form<DinInstance> decays() { return form<Rates>("E_λ decays", at_most_zero); }
Form<DinInstance> is_constant() { return form<Rates>("E_λ′ = 0", zero_rate); }

Forms<DinInstance> steps() {
  return {form<Rates>("(2.19)", chain_rule), form<Rates>("−ψ′", residual),
          form<Rates>("completed square", completed_square).where(alpha_positive)};
}
Forms<Unknowns> general_steps() {
  return {form<Rates, Unknowns>("(2.19), all states", chain_rule), form<Rates, Unknowns>("−ψ′, all states", residual),
          form<PositiveAlpha, Unknowns>("completed square, all states", completed_square)};
}

Forms<DinInstance> errata() {
  return {form<Rates>("rates", printed_rates),
          form<Rates>("element of D𝒥", element<-1>),
          form<Rates>("rate with v", rate_with_v<-1>),
          form<Rates>("rate in θ′ and v", in_theta_and_v<-1>),
          form<Rates>("rate as a square", as_square<-1>).where(alpha_positive),
          form<Rates>("closed interval", factor_positive).where(alpha_positive),
          form<Rates>("(2.20)", rates_2_20<1>)};
}
Forms<DinInstance> corrected() {
  return {form<Rates>("rates", right_rates),
          form<Rates>("element of D𝒥", element<1>),
          form<Rates>("rate with v", rate_with_v<1>),
          form<Rates>("rate in θ′ and v", in_theta_and_v<1>),
          form<Rates>("rate as a square", as_square<1>).where(alpha_positive),
          form<Rates>("closed interval", claim_factor_not_negative).where(alpha_positive),
          form<Rates>("(2.20)", rates_2_20<-1>)};
}
Forms<Unknowns> general_corrected() {
  return {form<Rates, Unknowns>("element of D𝒥, all states", element<1>),
          form<Rates, Unknowns>("rate with v, all states", rate_with_v<1>),
          form<Rates, Unknowns>("rate in θ′ and v, all states", in_theta_and_v<1>),
          form<PositiveAlpha, Unknowns>("rate as a square, all states", as_square<1>),
          form<PositiveAlpha, Unknowns>("closed interval, all λ between", interval_of_lambda),
          form<Rates, Unknowns>("(2.20), all states", rates_2_20<-1>)};
}

Forms<DinInstance> planted() {
  return planted_with([](const char* key, auto rate) { return form<Rates>(key, claims_of(rate)); });
}
Forms<Unknowns> general_planted() {
  return planted_with(
      [](const std::string& key, auto rate) { return form<Rates, Unknowns>(key + ", all states", claims_of(rate)); });
}

}  // namespace verigrad::din_energy_rates
