#include "verigrad/theorem/inertial_newton/din_energy_rates.hpp"

#include <cmath>

#include "verigrad/number/types.hpp"

namespace verigrad::din_energy_rates {

bool hypotheses_hold(const DinInstance& instance) {
  const double a = std::sqrt(instance.alpha), b = std::sqrt(instance.beta);
  return instance.alpha >= 0 && instance.beta > 0 && a * a == instance.alpha && b * b == instance.beta;
}

namespace {

template <class T>
struct Rates : DinPoint<T> {
  using Instance = DinInstance;
  explicit Rates(const DinInstance& instance)
      : DinPoint<T>(instance),
        a(exact<T>(std::sqrt(instance.alpha))),
        b(exact<T>(std::sqrt(instance.beta))),
        lambda(exact<T>(instance.lambda)) {}
  explicit Rates(Unknowns<T>& unknowns) : Rates(unknowns, unknowns.nonnegative("√α"), unknowns.positive("√β")) {}
  Rates(Unknowns<T>& unknowns, T root_alpha, T root_beta)
      : DinPoint<T>(unknowns, square(root_alpha), square(root_beta)),
        a(std::move(root_alpha)),
        b(std::move(root_beta)),
        lambda(unknowns.real("λ")) {}

  T lambda_min() const { return square(T(T(1) - a * b)); }
  T lambda_max() const { return square(T(T(1) + a * b)); }
  const Vector<T>& u() const { return this->velocity.theta; }
  const Vector<T>& w() const { return this->velocity.psi; }
  /// (ψ′ − θ′)/β.
  Vector<T> subgradient() const { return T(T(1) / this->beta) * (w() - u()); }
  /// −‖√α θ′ + sign (ψ′ − θ′)/√β‖².
  T minus_square(int sign) const { return -squared_norm<T>(a * u() + T(T(sign) / b) * (w() - u())); }
  /// −α‖θ′‖² − β‖x‖² + (λ − αβ − 1)⟨θ′, x⟩.
  T in_u_and(const Vector<T>& x) const {
    return -this->alpha * squared_norm(u()) - this->beta * squared_norm(x) +
           (lambda - this->alpha * this->beta - T(1)) * dot<T>(u(), x);
  }
  /// β − (αβ + 1 − λ)²/4α for λ, √α > 0.
  T remainder_factor(const T& weight) const {
    return this->beta - square(T(this->alpha * this->beta + T(1) - weight)) / (T(4) * this->alpha);
  }
  /// −‖√α θ′ + (αβ + 1 − λ)/(2√α) x‖² − (β − (αβ + 1 − λ)²/4α)‖x‖².
  T completed(const Vector<T>& x) const {
    const T factor = (this->alpha * this->beta + T(1) - lambda) / (T(2) * a);
    return -squared_norm<T>(a * u() + factor * x) - remainder_factor(lambda) * squared_norm(x);
  }
  T with_v(const Vector<T>& x) const {
    return lambda * dot<T>(u(), x) - (this->alpha - T(1) / this->beta) * dot<T>(u(), w()) -
           squared_norm(w()) / this->beta;
  }

  T a, b;  ///< √α, √β
  T lambda;
};

/// All values of the unknowns with √α > 0.
template <class T>
struct PositiveAlpha : Rates<T> {
  explicit PositiveAlpha(Unknowns<T>& unknowns)
      : Rates<T>(unknowns, unknowns.positive("√α"), unknowns.positive("√β")) {}
};

/// α of any sign, β of the given one.
template <class T, int sign>
struct Unsigned : DinPoint<T> {
  explicit Unsigned(Unknowns<T>& unknowns)
      : DinPoint<T>(unknowns, unknowns.real("α"), T(sign) * unknowns.positive(sign > 0 ? "β" : "−β")),
        lambda(unknowns.real("λ")) {}
  T lambda;
};
template <class T>
using AnyAlpha = Unsigned<T, 1>;
template <class T>
using NegativeBeta = Unsigned<T, -1>;

constexpr auto claim_in_theta_and_v = []<class T>(const auto& r, Claims<T>& claims) {
  const auto& u = r.velocity.theta;
  const T cross = (r.lambda - r.alpha * r.beta - T(1)) * dot<T>(u, r.v);
  claims.equal("E_λ′ = −α‖θ′‖² − β‖v‖² + (λ − αβ − 1)⟨θ′, v⟩", r.rate(r.lambda),
               -r.alpha * squared_norm(u) - r.beta * squared_norm(r.v) + cross);
};

/// Claims that the rates are `sign` and −`sign` in front of (ψ′ − θ′)/√β.
template <class T>
void claim_rates(const Rates<T>& r, int sign, Claims<T>& claims) {
  claims.equal("E_min′ = −‖√α θ′ ± (ψ′ − θ′)/√β‖²", r.rate(r.lambda_min()), r.minus_square(sign));
  claims.equal("E_max′ = −‖√α θ′ ∓ (ψ′ − θ′)/√β‖²", r.rate(r.lambda_max()), r.minus_square(-sign));
}

constexpr auto printed_rates = []<class T>(const Rates<T>& r, Claims<T>& claims) { claim_rates(r, -1, claims); };
constexpr auto right_rates = []<class T>(const Rates<T>& r, Claims<T>& claims) { claim_rates(r, 1, claims); };

constexpr auto conclusion_for_all = []<class T>(const Rates<T>& r, Claims<T>& claims) {
  claim_rates(r, 1, claims);
  claims.at_most("E_min′ ≤ 0", r.minus_square(1), T(0));
  claims.at_most("E_max′ ≤ 0", r.minus_square(-1), T(0));
  const T t = square(r.lambda) / (T(1) + square(r.lambda));
  const T between = (T(1) - t) * r.lambda_min() + t * r.lambda_max();
  const T mixture = r.minus_square(1) / (T(1) + square(r.lambda)) + t * r.minus_square(-1);
  claims.equal("E_μ′ = (1 − t)E_min′ + t E_max′ for μ = (1 − t)λ_min + tλ_max, t = λ²/(1 + λ²)", r.rate(between),
               mixture);
  claims.at_most("E_μ′ ≤ 0", mixture, T(0));
};

constexpr auto max_if_smooth = []<class T>(const Rates<T>& r, Claims<T>& claims) {
  r.claim_rate_if_smooth(r.lambda_max(), r.minus_square(-1), claims);
};
constexpr auto min_if_smooth = []<class T>(const Rates<T>& r, Claims<T>& claims) {
  r.claim_rate_if_smooth(r.lambda_min(), r.minus_square(1), claims);
};

constexpr auto at_most_zero = []<class T>(const Rates<T>& r, Claims<T>& claims) {
  const T loss = r.alpha * squared_norm(r.u()) + r.beta * squared_norm(r.v);
  claims.at_most("E_λ′ + α‖θ′‖² + β‖v‖² ≤ α‖θ′‖² + β‖v‖²", r.rate(r.lambda) + loss, loss);
};
constexpr auto zero_rate = []<class T>(const Rates<T>& r, Claims<T>& claims) {
  claims.equal("E_λ′ = 0", r.rate(r.lambda), T(0));
};

constexpr auto chain_rule = []<class T>(const Rates<T>& r, Claims<T>& claims) {
  claims.equal(
      "E_λ′ = λ⟨θ′, v⟩ + (α − 1/β)⟨θ′, s⟩ + ⟨ψ′, s⟩/β (2.19)", r.rate(r.lambda),
      r.lambda * dot<T>(r.u(), r.v) + (r.alpha - T(1) / r.beta) * dot<T>(r.u(), r.s) + dot<T>(r.w(), r.s) / r.beta);
};
constexpr auto residual = []<class T>(const Rates<T>& r, Claims<T>& claims) {
  claims.equal("‖ψ′ + (α − 1/β)θ + ψ/β‖² = 0",
               squared_norm<T>(r.w() + T(r.alpha - T(1) / r.beta) * r.at.theta + T(T(1) / r.beta) * r.at.psi), T(0));
};
constexpr auto completed_square = []<class T>(const Rates<T>& r, Claims<T>& claims) {
  const Vector<T> printed = -r.subgradient();
  claims.equal("−α‖θ′‖² − β‖x‖² + (λ − αβ − 1)⟨θ′, x⟩ = −‖√α θ′ + …‖² − (β − …)‖x‖², x = (θ′ − ψ′)/β",
               r.in_u_and(printed), r.completed(printed));
};
constexpr auto interval_of_lambda = []<class T>(const Rates<T>& r, Claims<T>& claims) {
  const T t = square(r.lambda) / (T(1) + square(r.lambda));
  const T weight = r.lambda_min() + t * (r.lambda_max() - r.lambda_min());
  const T bound = T(4) * r.beta * t / (T(1) + square(r.lambda));
  claims.equal("β − (αβ + 1 − μ)²/4α = 4βt(1 − t) for μ = (1 − t)λ_min + tλ_max, t = λ²/(1 + λ²)",
               r.remainder_factor(weight), bound);
  claims.at_most("0 ≤ 4βt(1 − t)", T(0), bound);
};
constexpr auto claim_factor_not_negative = []<class T>(const Rates<T>& r, Claims<T>& claims) {
  claims.at_most("(αβ + 1 − λ)²/4α ≤ β", r.beta - r.remainder_factor(r.lambda), r.beta);
};
constexpr auto factor_positive = []<class T>(const Rates<T>& r, Claims<T>& claims) {
  claims.less("(αβ + 1 − λ)²/4α < β", r.beta - r.remainder_factor(r.lambda), r.beta);
};

/// The elements (ψ′ − θ′)/β of D𝒥(θ), times sign.
template <int sign>
constexpr auto element = []<class T>(const Rates<T>& r, Claims<T>& claims) {
  claims.equal("‖±(ψ′ − θ′)/β − v‖² = 0", squared_norm<T>(T(sign) * r.subgradient() - r.v), T(0));
};
template <int sign>
constexpr auto rate_with_v = []<class T>(const Rates<T>& r, Claims<T>& claims) {
  claims.equal("E_λ′ = λ⟨θ′, x⟩ − (α − 1/β)⟨θ′, ψ′⟩ − ‖ψ′‖²/β", r.rate(r.lambda), r.with_v(T(sign) * r.subgradient()));
};
template <int sign>
constexpr auto in_theta_and_v = []<class T>(const Rates<T>& r, Claims<T>& claims) {
  claims.equal("E_λ′ = −α‖θ′‖² − β‖x‖² + (λ − αβ − 1)⟨θ′, x⟩", r.rate(r.lambda), r.in_u_and(T(sign) * r.subgradient()));
};
template <int sign>
constexpr auto as_square = []<class T>(const Rates<T>& r, Claims<T>& claims) {
  claims.equal("E_λ′ = −‖√α θ′ + …‖² − (β − …)‖x‖²", r.rate(r.lambda), r.completed(T(sign) * r.subgradient()));
};

bool alpha_positive(const DinInstance& instance) { return instance.alpha > 0; }
bool lambda_min_positive(const DinInstance& instance) { return instance.alpha * instance.beta != 1; }

/// (2.20), in θ′ and θ′ − ψ′: the squares with ±sign, and their difference.
template <int sign>
constexpr auto rates_2_20 = []<class T>(const Rates<T>& r, Claims<T>& claims) {
  const Vector<T> difference = r.u() - r.w();
  const T minimum = r.rate(r.lambda_min()), maximum = r.rate(r.lambda_max());
  claims.equal("E_min′ = −‖√α θ′ ± (θ′ − ψ′)/√β‖²", minimum,
               -squared_norm<T>(r.a * r.u() + T(T(sign) / r.b) * difference));
  claims.equal("E_max′ − E_min′ = ±4√(α/β)⟨θ′, θ′ − ψ′⟩", maximum - minimum,
               T(4 * sign) * r.a / r.b * dot<T>(r.u(), difference));
};

/// make(key, what the planted form says that E_min′ and E_max′ are).
template <class Make>
auto planted_with(Make make) {
  return std::vector{make("increase: the sign of the square",
                          []<class T>(const Rates<T>& r, int sign) { return -r.minus_square(sign); }),
                     make("factor: ½ of the square",
                          []<class T>(const Rates<T>& r, int sign) { return frac<T>(1, 2) * r.minus_square(sign); }),
                     make("swapped: √β (ψ′ − θ′) for (ψ′ − θ′)/√β",
                          []<class T>(const Rates<T>& r, int sign) {
                            return -squared_norm<T>(r.a * r.u() + T(T(sign) * r.b) * (r.w() - r.u()));
                          }),
                     make("swapped: ψ′ for θ′",
                          []<class T>(const Rates<T>& r, int sign) {
                            return -squared_norm<T>(r.a * r.w() + T(T(sign) / r.b) * (r.w() - r.u()));
                          }),
                     make("missing term: no ⟨θ′, v⟩", []<class T>(const Rates<T>& r, int) {
                       return -r.alpha * squared_norm(r.u()) - r.beta * squared_norm(r.v);
                     })};
}

template <class Rate>
auto claims_of(Rate rate) {
  return [rate]<class T>(const Rates<T>& r, Claims<T>& claims) {
    claims.equal("E_min′ = planted rate", r.rate(r.lambda_min()), T(rate(r, 1)));
    claims.equal("E_max′ = planted rate", r.rate(r.lambda_max()), T(rate(r, -1)));
  };
}

}  // namespace

GeneralForm general_conclusion() { return general_form<Rates>("corrected, all states", conclusion_for_all); }
GeneralForms general_rates() {
  return {general_form<AnyAlpha>("E_λ′ for α of any sign", claim_in_theta_and_v),
          general_form<NegativeBeta>("E_λ′ for β < 0", claim_in_theta_and_v)};
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
GeneralForms general_steps() {
  return {general_form<Rates>("(2.19), all states", chain_rule), general_form<Rates>("−ψ′, all states", residual),
          general_form<PositiveAlpha>("completed square, all states", completed_square)};
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
GeneralForms general_corrected() {
  return {general_form<Rates>("element of D𝒥, all states", element<1>),
          general_form<Rates>("rate with v, all states", rate_with_v<1>),
          general_form<Rates>("rate in θ′ and v, all states", in_theta_and_v<1>),
          general_form<PositiveAlpha>("rate as a square, all states", as_square<1>),
          general_form<PositiveAlpha>("closed interval, all λ between", interval_of_lambda),
          general_form<Rates>("(2.20), all states", rates_2_20<-1>)};
}

Forms<DinInstance> planted() {
  return planted_with([](const char* key, auto rate) { return form<Rates>(key, claims_of(rate)); });
}
GeneralForms general_planted() {
  return planted_with(
      [](const std::string& key, auto rate) { return general_form<Rates>(key + ", all states", claims_of(rate)); });
}

}  // namespace verigrad::din_energy_rates
