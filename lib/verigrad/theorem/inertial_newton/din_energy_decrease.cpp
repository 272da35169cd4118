#include "verigrad/theorem/inertial_newton/din_energy_decrease.hpp"

#include <cmath>

#include "verigrad/number/sign.hpp"
#include "verigrad/number/types.hpp"

namespace verigrad::din_energy_decrease {

const Statement& statement() {
  static const Statement result{
      .id = "inna/2.6",
      .stem = "din_energy_decrease",
      .title = "Strict decrease of the energy",
      .source = "Thesis, Lemma 2.6, (2.21)",
      .text =
          "For all (θ₀, ψ₀) ∉ S and any solution of (2.12) from there, E(θ(t), ψ(t)) < E(θ₀, ψ₀) for a.e. t > 0, where "
          "E = E_min + E_max and S = {0 ∈ D𝒥(θ), ψ = (1 − αβ)θ}",
      .hypotheses = {{"parameters",
                      "β > 0 and α > 0; the text has α ≥ 0. With α < 0 or β < 0 there are states at which "
                      "E increases, of any 𝒥 with ∇𝒥 = 0 somewhere, or ∇𝒥 ≠ 0 somewhere"},
                     {"solution", "of (2.12), so that dE/dt is what Lemma 2.5 gives, corrected"},
                     {"start", "(θ₀, ψ₀) ∉ S: in S, E′ = 0"}},
      .steps = {},
      .errata = {
          {.key = "α = 0",
           .place = "Lemma 2.6, and with it 'E is a Lyapunov function for S' in the proof of Theorem 2.1",
           .printed = "E(θ(t), ψ(t)) < E(θ₀, ψ₀) for all (θ₀, ψ₀) ∉ S, where α ≥ 0",
           .corrected = "for α > 0, with E′ = −2(α‖θ′‖² + β‖v‖²). For α = 0, E does not increase",
           .remark = "(2.5), (2.13) and Algorithm 1 allow α = 0. There E′ = −2β‖v‖² is 0 as long as θ moves where ∇𝒥 = "
                     "0: 𝒥(θ₁, θ₂) = θ₁²/2, α = 0, β = 1, θ₀ = 0, ψ₀ = (0, −1) is not in S, and θ(t) = (0, t), "
                     "ψ(t) = (0, t − 1) has E = 1 for all t. With α = 0 the lemma needs that no curve of D-critical "
                     "points contains a segment. Theorem 2.1 holds nevertheless, see there"}}};
  return result;
}

bool hypotheses_hold(const DinInstance& instance) { return instance.alpha > 0 && instance.beta > 0; }
bool parameters_as_printed(const DinInstance& instance) { return instance.alpha >= 0 && instance.beta > 0; }
bool moves(const DinInstance& instance) {
  const Number::Over fractions(Number::Kind::rational);
  const DinPoint r(instance);
  return hypotheses_hold(instance) && !(vanishes(r.v) && vanishes(r.s));
}

namespace {

struct Decrease : DinPoint {
  using Instance = DinInstance;
  explicit Decrease(const DinInstance& instance) : DinPoint(instance) {}
  explicit Decrease(const Unknowns& unknowns) : Decrease(unknowns, unknowns.positive("α")) {}
  Decrease(const Unknowns& unknowns, Number any_alpha)
      : Decrease(unknowns, std::move(any_alpha), unknowns.positive("β")) {}
  Decrease(const Unknowns& unknowns, Number any_alpha, Number any_beta)
      : DinPoint(unknowns, std::move(any_alpha), std::move(any_beta)) {}

  /// The weight of 𝒥 in E/2.
  Number weight() const { return 1 + this->alpha * this->beta; }
  Number energy_rate() const { return 2 * this->rate(weight()); }
  /// 2(α‖θ′‖² + β‖v‖²).
  Number loss() const {
    return 2 * (this->alpha * squared_norm(this->velocity.theta) + this->beta * squared_norm(this->v));
  }
  /// ‖ψ − (1 − αβ)θ‖².
  Number squared_distance() const {
    return squared_norm(this->at.psi - Number(1 - this->alpha * this->beta) * this->at.theta);
  }
  Number distance_bound() const {
    return (square(this->beta) / this->alpha + this->beta * square(this->beta)) * -energy_rate() / 2;
  }
};

struct Undamped : Decrease {
  explicit Undamped(const Unknowns& unknowns) : Decrease(unknowns, Number(0)) {}
};

struct NegativeAlpha : Decrease {
  explicit NegativeAlpha(const Unknowns& unknowns)
      : Decrease(unknowns, -unknowns.positive("−α"), unknowns.positive("β")) {}
};
struct NegativeBeta : Decrease {
  explicit NegativeBeta(const Unknowns& unknowns)
      : Decrease(unknowns, unknowns.nonnegative("α"), -unknowns.positive("−β")) {}
};

void identity(const Decrease& r, Claims& claims) {
  claims.equal("E′ = −2(α‖θ′‖² + β‖v‖²)", r.energy_rate(), -r.loss());
}
void identity_and_sign(const Decrease& r, Claims& claims) {
  identity(r, claims);
  claims.at_most("−2(α‖θ′‖² + β‖v‖²) ≤ 0", -r.loss(), 0);
}
void conclusion_for_all(const Decrease& r, Claims& claims) {
  identity_and_sign(r, claims);
  const Number& a = r.alpha;
  const Number& b = r.beta;
  const Vector<Number>& u = r.velocity.theta;
  const Number of_v = a / b * squared_norm(u);
  claims.equal("−E′/2β − ‖v‖² = α/β ‖θ′‖²", -r.energy_rate() / (2 * b) - squared_norm(r.v), of_v);
  claims.at_most("0 ≤ α/β ‖θ′‖²", 0, of_v);
  const Number of_psi = b * square(b) / a * squared_norm(r.v - a * u);
  claims.equal("½(β²/α + β³)(−E′) − ‖ψ − (1 − αβ)θ‖² = β³/α ‖v − αθ′‖²", r.distance_bound() - r.squared_distance(),
               of_psi);
  claims.at_most("0 ≤ β³/α ‖v − αθ′‖²", 0, of_psi);
}
void rate_at_most_zero(const Decrease& r, Claims& claims) { claims.at_most("E′ ≤ 0", r.energy_rate(), 0); }
void smooth(const Decrease& r, Claims& claims) { r.claim_rate_if_smooth(r.weight(), -r.loss() / 2, claims); }
void increase_at_critical(const Decrease& r, Claims& claims) {
  const Number gain = -2 * r.alpha * squared_norm(r.velocity.theta);
  claims.equal("E′ + 2β‖v‖² = 2|α|‖θ′‖²", r.energy_rate() + 2 * r.beta * squared_norm(r.v), gain);
  claims.at_most("0 ≤ 2|α|‖θ′‖²", 0, gain);
}
void increase_at_standstill(const Decrease& r, Claims& claims) {
  const Number gain = -2 * r.beta * squared_norm(r.v);
  claims.equal("E′ + 2α‖θ′‖² = 2|β|‖v‖²", r.energy_rate() + 2 * r.alpha * squared_norm(r.velocity.theta), gain);
  claims.at_most("0 ≤ 2|β|‖v‖²", 0, gain);
}
void negative_and_psi_within(const Decrease& r, Claims& claims) {
  claims.less("E′ < 0", r.energy_rate(), 0);
  claims.at_most("‖ψ − (1 − αβ)θ‖² ≤ ½(β²/α + β³)(−E′)", r.squared_distance(), r.distance_bound());
}
void psi_at_bound(const Decrease& r, Claims& claims) {
  claims.equal("‖ψ − (1 − αβ)θ‖² = ½(β²/α + β³)(−E′)", r.squared_distance(), r.distance_bound());
}
/// E_min for α = β = 1, where its weight of 𝒥 is 0.
void minimum_rate(const Decrease& r, Claims& claims) { claims.less("E_min′ < 0", r.rate(Number(0)), 0); }

/// The claim that E is less after the time 1 along the velocity, and that this motion is the solution: at its middle
/// and end the velocity is the same.
void uniform_motion(const Decrease& r, Claims& claims) {
  const auto after = [&](const Number& t) {
    return DinState<Number>{r.at.theta + t * r.velocity.theta, r.at.psi + t * r.velocity.psi};
  };
  const auto energy = [&](const DinState<Number>& at) {
    return 2 * r.weight() * r.J->value(at.theta) + squared_norm(din_residual(at, r.alpha, r.beta));
  };
  for (const Number& t : {frac(1, 2), Number(1)}) {
    const DinState<Number> at = after(t);
    const DinState<Number> velocity = din_velocity<Number>(at, r.J->gradient(at.theta), r.alpha, r.beta);
    claims.equal("θ′(t) = θ′(0)", velocity.theta, r.velocity.theta);
    claims.equal("ψ′(t) = ψ′(0)", velocity.psi, r.velocity.psi);
  }
  claims.less("E(1) < E(0)", energy(after(Number(1))), energy(r.at));
}

/// make(key, what the planted form says that E′ is).
template <class Make>
auto planted_with(Make make) {
  return std::vector{make("sign: +2(α‖θ′‖² + β‖v‖²)", [](const Decrease& r) { return r.loss(); }),
                     make("factor: −(α‖θ′‖² + β‖v‖²)", [](const Decrease& r) { return -r.loss() / 2; }),
                     make("swapped: −2(β‖θ′‖² + α‖v‖²)",
                          [](const Decrease& r) {
                            return -2 * (r.beta * squared_norm(r.velocity.theta) + r.alpha * squared_norm(r.v));
                          }),
                     make("missing term: −2β‖v‖²", [](const Decrease& r) { return -2 * r.beta * squared_norm(r.v); }),
                     make("energy: weight 2αβ for 2(1 + αβ)",
                          [](const Decrease& r) { return -r.loss() + 2 * dot(r.velocity.theta, r.v); })};
}

template <class Rate>
auto claims_of(Rate rate) {
  return [rate](const Decrease& r, Claims& claims) {
    claims.equal("E′ = planted rate", r.energy_rate(), Number(rate(r)));
  };
}

}  // namespace

Form<Unknowns> general_conclusion() { return form<Decrease, Unknowns>("E′ and the distance to S", conclusion_for_all); }
Form<Unknowns> general_undamped() { return form<Undamped, Unknowns>("without α > 0", identity_and_sign); }
Forms<Unknowns> general_increase() {
  return {form<NegativeAlpha, Unknowns>("every α < 0: E increases where v = 0 and θ′ ≠ 0", increase_at_critical),
          form<NegativeBeta, Unknowns>("every β < 0: E increases where θ′ = 0 and v ≠ 0", increase_at_standstill)};
}
Form<DinInstance> rate() { return form<Decrease>("E′", identity); }
Form<DinInstance> strictly_decreases() { return form<Decrease>("E′ < 0", negative_and_psi_within); }
Form<DinInstance> smooth_rate() { return form<Decrease>("E′, smooth 𝒥", smooth); }
Form<DinInstance> distance_attained() { return form<Decrease>("bound on the distance to S", psi_at_bound); }
Form<DinInstance> decreases() { return form<Decrease>("E′ ≤ 0", rate_at_most_zero); }
Form<DinInstance> minimum_strictly_decreases() { return form<Decrease>("E_min′ < 0", minimum_rate); }
Forms<DinInstance> errata() { return {form<Decrease>("α = 0", uniform_motion)}; }

Forms<DinInstance> planted() {
  return planted_with([](const char* key, auto rate) { return form<Decrease>(key, claims_of(rate)); });
}
Forms<Unknowns> general_planted() {
  return planted_with([](const std::string& key, auto rate) {
    return form<Decrease, Unknowns>(key + ", all states", claims_of(rate));
  });
}

}  // namespace verigrad::din_energy_decrease
