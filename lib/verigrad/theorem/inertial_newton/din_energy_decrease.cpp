#include "verigrad/theorem/inertial_newton/din_energy_decrease.hpp"

#include <cmath>

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
  const DinPoint<Rational> r(instance);
  return hypotheses_hold(instance) && !(r.v.isZero(0) && r.s.isZero(0));
}

namespace {

template <class T>
struct Decrease : DinPoint<T> {
  using Instance = DinInstance;
  explicit Decrease(const DinInstance& instance) : DinPoint<T>(instance) {}
  explicit Decrease(Unknowns<T>& unknowns) : Decrease(unknowns, unknowns.positive("α")) {}
  Decrease(Unknowns<T>& unknowns, T any_alpha) : Decrease(unknowns, std::move(any_alpha), unknowns.positive("β")) {}
  Decrease(Unknowns<T>& unknowns, T any_alpha, T any_beta)
      : DinPoint<T>(unknowns, std::move(any_alpha), std::move(any_beta)) {}

  /// The weight of 𝒥 in E/2.
  T weight() const { return T(1) + this->alpha * this->beta; }
  T energy_rate() const { return T(2) * this->rate(weight()); }
  /// 2(α‖θ′‖² + β‖v‖²).
  T loss() const {
    return T(2) * (this->alpha * squared_norm(this->velocity.theta) + this->beta * squared_norm(this->v));
  }
  /// ‖ψ − (1 − αβ)θ‖².
  T squared_distance() const {
    return squared_norm<T>(this->at.psi - T(T(1) - this->alpha * this->beta) * this->at.theta);
  }
  T distance_bound() const {
    return (square(this->beta) / this->alpha + this->beta * square(this->beta)) * -energy_rate() / T(2);
  }
};

template <class T>
struct Undamped : Decrease<T> {
  explicit Undamped(Unknowns<T>& unknowns) : Decrease<T>(unknowns, T(0)) {}
};

template <class T>
struct NegativeAlpha : Decrease<T> {
  explicit NegativeAlpha(Unknowns<T>& unknowns)
      : Decrease<T>(unknowns, -unknowns.positive("−α"), unknowns.positive("β")) {}
};
template <class T>
struct NegativeBeta : Decrease<T> {
  explicit NegativeBeta(Unknowns<T>& unknowns)
      : Decrease<T>(unknowns, unknowns.nonnegative("α"), -unknowns.positive("−β")) {}
};

constexpr auto identity = []<class T>(const Decrease<T>& r, Claims<T>& claims) {
  claims.equal("E′ = −2(α‖θ′‖² + β‖v‖²)", r.energy_rate(), -r.loss());
};
constexpr auto identity_and_sign = []<class T>(const Decrease<T>& r, Claims<T>& claims) {
  identity(r, claims);
  claims.at_most("−2(α‖θ′‖² + β‖v‖²) ≤ 0", -r.loss(), T(0));
};
constexpr auto conclusion_for_all = []<class T>(const Decrease<T>& r, Claims<T>& claims) {
  identity_and_sign(r, claims);
  const T& a = r.alpha;
  const T& b = r.beta;
  const Vector<T>& u = r.velocity.theta;
  const T of_v = a / b * squared_norm(u);
  claims.equal("−E′/2β − ‖v‖² = α/β ‖θ′‖²", -r.energy_rate() / (T(2) * b) - squared_norm(r.v), of_v);
  claims.at_most("0 ≤ α/β ‖θ′‖²", T(0), of_v);
  const T of_psi = b * square(b) / a * squared_norm<T>(r.v - a * u);
  claims.equal("½(β²/α + β³)(−E′) − ‖ψ − (1 − αβ)θ‖² = β³/α ‖v − αθ′‖²", r.distance_bound() - r.squared_distance(),
               of_psi);
  claims.at_most("0 ≤ β³/α ‖v − αθ′‖²", T(0), of_psi);
};
constexpr auto rate_at_most_zero = []<class T>(const Decrease<T>& r, Claims<T>& claims) {
  claims.at_most("E′ ≤ 0", r.energy_rate(), T(0));
};
constexpr auto smooth = []<class T>(const Decrease<T>& r, Claims<T>& claims) {
  r.claim_rate_if_smooth(r.weight(), -r.loss() / T(2), claims);
};
constexpr auto increase_at_critical = []<class T>(const Decrease<T>& r, Claims<T>& claims) {
  const T gain = -T(2) * r.alpha * squared_norm(r.velocity.theta);
  claims.equal("E′ + 2β‖v‖² = 2|α|‖θ′‖²", r.energy_rate() + T(2) * r.beta * squared_norm(r.v), gain);
  claims.at_most("0 ≤ 2|α|‖θ′‖²", T(0), gain);
};
constexpr auto increase_at_standstill = []<class T>(const Decrease<T>& r, Claims<T>& claims) {
  const T gain = -T(2) * r.beta * squared_norm(r.v);
  claims.equal("E′ + 2α‖θ′‖² = 2|β|‖v‖²", r.energy_rate() + T(2) * r.alpha * squared_norm(r.velocity.theta), gain);
  claims.at_most("0 ≤ 2|β|‖v‖²", T(0), gain);
};
constexpr auto negative_and_psi_within = []<class T>(const Decrease<T>& r, Claims<T>& claims) {
  claims.less("E′ < 0", r.energy_rate(), T(0));
  claims.at_most("‖ψ − (1 − αβ)θ‖² ≤ ½(β²/α + β³)(−E′)", r.squared_distance(), r.distance_bound());
};
constexpr auto psi_at_bound = []<class T>(const Decrease<T>& r, Claims<T>& claims) {
  claims.equal("‖ψ − (1 − αβ)θ‖² = ½(β²/α + β³)(−E′)", r.squared_distance(), r.distance_bound());
};
/// E_min for α = β = 1, where its weight of 𝒥 is 0.
constexpr auto minimum_rate = []<class T>(const Decrease<T>& r, Claims<T>& claims) {
  claims.less("E_min′ < 0", r.rate(T(0)), T(0));
};

/// The claim that E is less after the time 1 along the velocity, and that this motion is the solution: at its middle
/// and end the velocity is the same.
constexpr auto uniform_motion = []<class T>(const Decrease<T>& r, Claims<T>& claims) {
  const auto after = [&](const T& t) {
    return DinState<T>{r.at.theta + t * r.velocity.theta, r.at.psi + t * r.velocity.psi};
  };
  const auto energy = [&](const DinState<T>& at) {
    return T(2) * r.weight() * r.J->value(at.theta) + squared_norm(din_residual(at, r.alpha, r.beta));
  };
  for (const T& t : {frac<T>(1, 2), T(1)}) {
    const DinState<T> at = after(t);
    const DinState<T> velocity = din_velocity<T>(at, r.J->gradient(at.theta), r.alpha, r.beta);
    claims.equal("θ′(t) = θ′(0)", velocity.theta, r.velocity.theta);
    claims.equal("ψ′(t) = ψ′(0)", velocity.psi, r.velocity.psi);
  }
  claims.less("E(1) < E(0)", energy(after(T(1))), energy(r.at));
};

/// make(key, what the planted form says that E′ is).
template <class Make>
auto planted_with(Make make) {
  return std::vector{
      make("sign: +2(α‖θ′‖² + β‖v‖²)", []<class T>(const Decrease<T>& r) { return r.loss(); }),
      make("factor: −(α‖θ′‖² + β‖v‖²)", []<class T>(const Decrease<T>& r) { return -r.loss() / T(2); }),
      make("swapped: −2(β‖θ′‖² + α‖v‖²)",
           []<class T>(const Decrease<T>& r) {
             return -T(2) * (r.beta * squared_norm(r.velocity.theta) + r.alpha * squared_norm(r.v));
           }),
      make("missing term: −2β‖v‖²", []<class T>(const Decrease<T>& r) { return -T(2) * r.beta * squared_norm(r.v); }),
      make("energy: weight 2αβ for 2(1 + αβ)",
           []<class T>(const Decrease<T>& r) { return -r.loss() + T(2) * dot<T>(r.velocity.theta, r.v); })};
}

template <class Rate>
auto claims_of(Rate rate) {
  return [rate]<class T>(const Decrease<T>& r, Claims<T>& claims) {
    claims.equal("E′ = planted rate", r.energy_rate(), T(rate(r)));
  };
}

}  // namespace

GeneralForm general_conclusion() { return general_form<Decrease>("E′ and the distance to S", conclusion_for_all); }
GeneralForm general_undamped() { return general_form<Undamped>("without α > 0", identity_and_sign); }
GeneralForms general_increase() {
  return {general_form<NegativeAlpha>("every α < 0: E increases where v = 0 and θ′ ≠ 0", increase_at_critical),
          general_form<NegativeBeta>("every β < 0: E increases where θ′ = 0 and v ≠ 0", increase_at_standstill)};
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
GeneralForms general_planted() {
  return planted_with(
      [](const std::string& key, auto rate) { return general_form<Decrease>(key + ", all states", claims_of(rate)); });
}

}  // namespace verigrad::din_energy_decrease
