#include "verigrad/theorem/inertial_newton/inna_steady_states.hpp"

#include "verigrad/number/types.hpp"

namespace verigrad::inna_steady_states {

const Statement& statement() {
  static const Statement result{
      .id = "inna/2.16",
      .stem = "inna_steady_states",
      .title = "INNA, full batch",
      .source = "Thesis, (2.16), with 2.4.2 on D-criticality",
      .text =
          "The steady states of (2.12) are S = {(θ, ψ) | 0 ∈ D𝒥(θ), ψ = (1 − αβ)θ}: initialization values for which "
          "the system does not evolve and remains constant; any D-critical point corresponds to a unique one",
      .hypotheses = {{"parameters", "β ≠ 0; the sign of α and β does not matter"},
                     {"selection",
                      "v = 0 is taken from D𝒥(θ). Where D𝒥(θ) has other elements, others may be taken: see "
                      "the errata. For smooth 𝒥 and all terms there is one element"}},
      .steps = {},
      .errata = {
          {.key = "remains constant",
           .place = "after (2.16)",
           .printed = "from (θ₀, ψ₀) ∈ S the system does not evolve and remains constant",
           .corrected = "from (θ₀, ψ₀) ∈ S, the constant is a solution",
           .remark =
               "2.3.1 says itself that solutions are not unique. 𝒥(θ) = −|θ|, α = β = 1, θ₀ = ψ₀ = 0: 0 ∈ D𝒥(0) = "
               "[−1, 1], so that (0, 0) ∈ S, and θ(t) = t, ψ = 0 is a solution, with v = −1"},
          {.key = "stationary algorithm",
           .place = "2.4.2, On D-criticality",
           .printed = "if the algorithm was initialized on the D-critical set, the algorithm would be stationary",
           .corrected = "if moreover ψ₀ = (1 − αβ)θ₀ and the subgradient 0 is selected for every batch",
           .remark =
               "0 ∈ D𝒥(θ) is a property of the sum, and the algorithm moves along batches: 𝒥₁ = (θ − 1)²/2, 𝒥₂ = (θ + "
               "1)²/2, θ₀ = 0 is critical, and the batch {1} has v = −1. With α = β = 1, ψ₀ = 0, γ = 1: θ₁ = 1"}}};
  return result;
}

bool has_rational_minimum(const DinInstance& instance) {
  return instance.rational() && instance.J->has_minimum() && instance.J->curvature().smooth() && instance.beta > 0;
}

namespace {

/// An unknown state with α of any sign.
template <class T>
struct State {
  explicit State(Unknowns<T>& unknowns) : State(unknowns, unknowns.positive("β")) {}
  State(Unknowns<T>& unknowns, T any_beta)
      : alpha(unknowns.real("α")),
        beta(std::move(any_beta)),
        at{unknowns.vector("θ"), unknowns.vector("ψ")},
        v(unknowns.vector("v")),
        velocity(din_velocity(at, v, alpha, beta)) {}

  T factor() const { return T(1) - alpha * beta; }
  /// The velocity at (θ, factor · θ) with v = 0.
  DinState<T> velocity_with(const T& factor) const {
    return din_velocity<T>({at.theta, factor * at.theta}, T(0) * v, alpha, beta);
  }

  T alpha, beta;
  DinState<T> at;
  Vector<T> v;
  DinState<T> velocity;
};

template <class T>
struct NegativeBeta : State<T> {
  explicit NegativeBeta(Unknowns<T>& unknowns) : State<T>(unknowns, -unknowns.positive("−β")) {}
};

template <class T>
void claim_at_rest(const DinState<T>& velocity, Claims<T>& claims) {
  claims.equal("‖θ′‖² = 0", squared_norm(velocity.theta), T(0));
  claims.equal("‖ψ′‖² = 0", squared_norm(velocity.psi), T(0));
}

constexpr auto both_ways = []<class T>(const State<T>& r, Claims<T>& claims) {
  claim_at_rest(r.velocity_with(r.factor()), claims);
  claims.equal("‖v − (ψ′ − θ′)/β‖² = 0", squared_norm<T>(r.v - T(T(1) / r.beta) * (r.velocity.psi - r.velocity.theta)),
               T(0));
  claims.equal("‖ψ − (1 − αβ)θ + βψ′‖² = 0",
               squared_norm<T>(r.at.psi - r.factor() * r.at.theta + r.beta * r.velocity.psi), T(0));
};

/// make(key, the factor in the planted ψ = factor · θ).
template <class Factor>
auto planted_claims(Factor factor) {
  return
      [factor]<class T>(const State<T>& r, Claims<T>& claims) { claim_at_rest(r.velocity_with(T(factor(r))), claims); };
}
template <class Factor>
GeneralForm planted_form(const char* key, Factor factor) {
  return general_form<State>(key, planted_claims(factor));
}

constexpr auto factor_sign = []<class T>(const State<T>& r) { return T(1) + r.alpha * r.beta; };
constexpr auto factor_reversed = []<class T>(const State<T>& r) { return r.alpha * r.beta - T(1); };
constexpr auto factor_lost = []<class T>(const State<T>& r) { return T(1) - r.alpha; };
constexpr auto factor_of_root = []<class T>(const State<T>& r) { return square(r.factor()); };
constexpr auto factor_one = []<class T>(const State<T>&) { return T(1); };

template <class T>
struct AtMinimum {
  using Instance = DinInstance;
  explicit AtMinimum(const DinInstance& instance)
      : J(&instance.J->over<T>()),
        method{instance.alpha, instance.beta},
        alpha(exact<T>(instance.alpha)),
        beta(exact<T>(instance.beta)),
        gamma(exact<T>(instance.tau)),
        least(J->minimum()),
        now(method.start<T>(least.x_star)) {}

  const ObjectiveOver<T>* J;
  Inna method;
  T alpha, beta, gamma;
  Minimum<T> least;
  Inna::State<T> now;
};

constexpr auto minimum_rests = []<class T>(const AtMinimum<T>& r, Claims<T>& claims) {
  const Inna::State<T> next = r.method.template step<T>(*r.J, r.now, r.gamma);
  claims.equal("θ⁺ = θ", next.theta, r.now.theta);
  claims.equal("ψ⁺ = ψ", next.psi, r.now.psi);
  const Vector<T> s = din_residual<T>({r.now.theta, r.now.psi}, r.alpha, r.beta);
  const T weight = T(2) * (T(1) + r.alpha * r.beta);
  claims.equal("E = 2(1 + αβ)𝒥", weight * r.J->value(r.now.theta) + squared_norm(s), weight * r.least.f_star);
};

constexpr auto distance_from_step = []<class T>(const InnaRun<T>& r, Claims<T>& claims) {
  const Inna::State<T> next = r.after(all_terms(r.N()));
  const Vector<T> theta = next.theta - r.now.theta, psi = next.psi - r.now.psi;
  claims.equal("γβv = (ψ⁺ − ψ) − (θ⁺ − θ)", Vector<T>(T(r.gamma * r.beta) * r.whole()), Vector<T>(psi - theta));
  claims.equal("γ(ψ − (1 − αβ)θ) = −β(ψ⁺ − ψ)",
               Vector<T>(r.gamma * (r.now.psi - T(T(1) - r.alpha * r.beta) * r.now.theta)), Vector<T>(-r.beta * psi));
};

template <class T>
void claim_unmoved(const InnaRun<T>& r, const BatchIndices& batch, Claims<T>& claims) {
  const Inna::State<T> next = r.after(batch);
  claims.equal("θ⁺ = θ", next.theta, r.now.theta);
  claims.equal("ψ⁺ = ψ", next.psi, r.now.psi);
}

constexpr auto unmoved = []<class T>(const InnaRun<T>& r, Claims<T>& claims) {
  claim_unmoved(r, all_terms(r.N()), claims);
};
constexpr auto unmoved_on_batches = []<class T>(const InnaRun<T>& r, Claims<T>& claims) {
  for (const BatchIndices& batch : nonempty_batches(r.N())) claim_unmoved(r, batch, claims);
};

constexpr auto off_clarke = []<class T>(const InnaRun<T>& r, Claims<T>& claims) {
  unmoved_on_batches(r, claims);
  for (int k = -2; k <= 2; ++k) {
    const T x = frac<T>(k, 2);
    claims.equal("𝒥(x) = x", T(r.N()) * r.terms->template value<T>(Vector<T>::Constant(1, x)), x, k);
  }
};

/// The velocity at the time t of the motion with the velocity (rate, 0) from (0, 0), by (2.12).
constexpr auto constant_solution = []<class T>(const InnaRun<T>& r, Claims<T>& claims) {
  const Vector<T> rate = din_velocity<T>({r.now.theta, r.now.psi}, r.whole(), r.alpha, r.beta).theta;
  for (const T& t : {T(0), frac<T>(1, 2), T(1)}) {
    const Vector<T> theta = r.now.theta + t * rate;
    const Vector<T> v = T(r.N()) * r.terms->template gradient<T>(theta);
    const DinState<T> velocity = din_velocity<T>({theta, r.now.psi}, v, r.alpha, r.beta);
    claims.equal("θ′(t)", velocity.theta, rate);
    claims.equal("ψ′(t)", velocity.psi, Vector<T>(T(0) * rate));
  }
  claims.equal("θ(1) = θ(0)", Vector<T>(r.now.theta + rate), r.now.theta);
};

}  // namespace

GeneralForm general_conclusion() { return general_form<State>("S and rest", both_ways); }
GeneralForm general_negative_beta() { return general_form<NegativeBeta>("β < 0", both_ways); }
Form<DinInstance> rests_at_minimum() { return form<AtMinimum>("rests at the minimum", minimum_rests); }
Form<InnaInstance> step_tells_distance() { return form<InnaRun>("distance from the step", distance_from_step); }
Form<InnaInstance> rests() { return form<InnaRun>("rests", unmoved); }
Form<InnaInstance> rests_off_clarke() { return form<InnaRun>("rests off Clarke", off_clarke); }

Forms<InnaInstance> errata() {
  return {form<InnaRun>("remains constant", constant_solution),
          form<InnaRun>("stationary algorithm", unmoved_on_batches)};
}
Forms<InnaInstance> corrected() {
  return {form<InnaRun>("remains constant", constant_solution),
          form<InnaRun>("stationary algorithm", unmoved_on_batches)};
}

GeneralForms general_planted() {
  return {planted_form("sign: ψ = (1 + αβ)θ", factor_sign), planted_form("reversed: ψ = (αβ − 1)θ", factor_reversed),
          planted_form("lost factor: ψ = (1 − α)θ", factor_lost), planted_form("power: ψ = (1 − αβ)²θ", factor_of_root),
          planted_form("missing term: ψ = θ", factor_one)};
}

}  // namespace verigrad::inna_steady_states
