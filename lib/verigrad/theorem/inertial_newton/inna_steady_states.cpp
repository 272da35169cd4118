#include "verigrad/theorem/inertial_newton/inna_steady_states.hpp"

#include "verigrad/number/types.hpp"
#include "verigrad/problem/kink.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"

namespace verigrad::inna_steady_states {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "inna/2.16",
       .stem = "inna_steady_states",
       .title = "INNA, full batch",
       .source = "Thesis, (2.16), with 2.4.2 on D-criticality",
       .text =
           "The steady states of (2.12) are S = {(θ, ψ) | 0 ∈ D𝒥(θ), ψ = (1 − αβ)θ}: initialization values for which "
           "the system does not evolve and remains constant; any D-critical point corresponds to a unique one",
       .code = {"algorithm/inna.hpp: Inna", "flow/din.hpp: din_velocity"},
       .hypotheses = {{"parameters", "β ≠ 0; the sign of α and β does not matter"},
                      {"selection",
                       "v = 0 is taken from D𝒥(θ). Where D𝒥(θ) has other elements, others may be taken: see the "
                       "errata. For smooth 𝒥 and all terms there is one element"}},
       .formal = {.theorems = {"conclusion", "conclusion_constant", "conclusion_step"},
                  .corrected = "S are the states that a constant solution has; from some of them others leave"}},
      lines());
  return result;
}

bool has_rational_minimum(const DinInstance& instance) {
  return instance.rational() && instance.J->has_minimum() && instance.J->curvature().smooth() && instance.beta > 0;
}

namespace {

/// An unknown state with α of any sign.
struct Run {
  explicit Run(const Unknowns& unknowns) : Run(unknowns, unknowns.positive("β")) {}
  Run(const Unknowns& unknowns, Number any_beta)
      : alpha(unknowns.real("α")),
        beta(std::move(any_beta)),
        at{unknowns.vector("θ"), unknowns.vector("ψ")},
        v(unknowns.vector("v")),
        velocity(din_velocity(at, v, alpha, beta)) {}

  Number factor() const { return 1 - alpha * beta; }
  /// The velocity at (θ, factor · θ) with v = 0.
  DinState<Number> velocity_with(const Number& factor) const {
    return din_velocity<Number>({at.theta, factor * at.theta}, 0 * v, alpha, beta);
  }

  Number alpha, beta;
  DinState<Number> at;
  Vector<Number> v;
  DinState<Number> velocity;
};

struct NegativeBetaRun : Run {
  explicit NegativeBetaRun(const Unknowns& unknowns) : Run(unknowns, -unknowns.positive("−β")) {}
};

void claim_at_rest(const DinState<Number>& velocity, Claims& claims) {
  claims.equal("‖θ′‖² = 0", squared_norm(velocity.theta), 0);
  claims.equal("‖ψ′‖² = 0", squared_norm(velocity.psi), 0);
}

void both_ways(const Run& r, Claims& claims) {
  claim_at_rest(r.velocity_with(r.factor()), claims);
  claims.equal("‖v − (ψ′ − θ′)/β‖² = 0", squared_norm(r.v - (1 / r.beta) * (r.velocity.psi - r.velocity.theta)), 0);
  claims.equal("‖ψ − (1 − αβ)θ + βψ′‖² = 0", squared_norm(r.at.psi - r.factor() * r.at.theta + r.beta * r.velocity.psi),
               0);
}

/// A planted mistake: rest at ψ = factor(run) θ.
template <class Factor>
Form<Unknowns> planted_form(const char* key, Factor factor) {
  return form<Run, Unknowns>(
      key, [factor](const Run& r, Claims& claims) { claim_at_rest(r.velocity_with(factor(r)), claims); });
}

struct MinimumRun {
  using Instance = DinInstance;
  explicit MinimumRun(const DinInstance& instance)
      : J(&instance.J->over<Number>()),
        method{instance.alpha, instance.beta},
        alpha(exact(instance.alpha)),
        beta(exact(instance.beta)),
        gamma(exact(instance.tau)),
        least(J->minimum()),
        now(method.start<Number>(least.x_star)) {}

  const ObjectiveOver<Number>* J;
  Inna method;
  Number alpha, beta, gamma;
  Minimum<Number> least;
  Inna::State<Number> now;
};

void minimum_rests(const MinimumRun& r, Claims& claims) {
  const Inna::State<Number> next = r.method.template step<Number>(*r.J, r.now, r.gamma);
  claims.equal("θ⁺ = θ", next.theta, r.now.theta);
  claims.equal("ψ⁺ = ψ", next.psi, r.now.psi);
  const Vector<Number> s = din_residual<Number>({r.now.theta, r.now.psi}, r.alpha, r.beta);
  const Number weight = 2 * (1 + r.alpha * r.beta);
  claims.equal("E = 2(1 + αβ)𝒥", weight * r.J->value(r.now.theta) + squared_norm(s), weight * r.least.f_star);
}

void distance_from_step(const InnaRun& r, Claims& claims) {
  const Inna::State<Number> next = r.after(all_terms(r.N()));
  const Vector<Number> theta = next.theta - r.now.theta, psi = next.psi - r.now.psi;
  claims.equal("γβv = (ψ⁺ − ψ) − (θ⁺ − θ)", Vector<Number>((r.gamma * r.beta) * r.whole()),
               Vector<Number>(psi - theta));
  claims.equal("γ(ψ − (1 − αβ)θ) = −β(ψ⁺ − ψ)",
               Vector<Number>(r.gamma * (r.now.psi - (1 - r.alpha * r.beta) * r.now.theta)),
               Vector<Number>(-r.beta * psi));
}

void claim_unmoved(const InnaRun& r, const BatchIndices& batch, Claims& claims) {
  const Inna::State<Number> next = r.after(batch);
  claims.equal("θ⁺ = θ", next.theta, r.now.theta);
  claims.equal("ψ⁺ = ψ", next.psi, r.now.psi);
}

void unmoved(const InnaRun& r, Claims& claims) { claim_unmoved(r, all_terms(r.N()), claims); }
void unmoved_on_batches(const InnaRun& r, Claims& claims) {
  for (const BatchIndices& batch : nonempty_batches(r.N())) claim_unmoved(r, batch, claims);
}

void off_clarke(const InnaRun& r, Claims& claims) {
  unmoved_on_batches(r, claims);
  for (int k = -2; k <= 2; ++k) {
    const Number x = frac(k, 2);
    claims.equal("𝒥(x) = x", Number(r.N()) * r.terms->template value<Number>(Vector<Number>::Constant(1, x)), x, k);
  }
}

/// The velocity at the time t of the motion with the velocity (rate, 0) from (0, 0), by (2.12).
void constant_solution(const InnaRun& r, Claims& claims) {
  const Vector<Number> rate = din_velocity<Number>({r.now.theta, r.now.psi}, r.whole(), r.alpha, r.beta).theta;
  for (const Number& t : {Number(0), frac(1, 2), Number(1)}) {
    const Vector<Number> theta = r.now.theta + t * rate;
    const Vector<Number> v = Number(r.N()) * r.terms->template gradient<Number>(theta);
    const DinState<Number> velocity = din_velocity<Number>({theta, r.now.psi}, v, r.alpha, r.beta);
    claims.equal("θ′(t)", velocity.theta, rate);
    claims.equal("ψ′(t)", velocity.psi, Vector<Number>(0 * rate));
  }
  claims.equal("θ(1) = θ(0)", Vector<Number>(r.now.theta + rate), r.now.theta);
}

FalseLine<InnaInstance> constant_only() {
  return {
      .words = {.key = "remains constant",
                .place = "after (2.16)",
                .printed =
                    "These points are initialization values for which the system does not evolve and remains constant",
                .corrected = "from (θ₀, ψ₀) ∈ S, the constant is a solution",
                .remark = "2.3.1 says itself that solutions are not unique.",
                .by_hand = "𝒥(θ) = −|θ|, α = β = 1, θ₀ = ψ₀ = 0: 0 ∈ D𝒥(0) = [−1, 1], so that (0, 0) ∈ S, and θ(t) = "
                           "t, ψ = 0 is a solution, with v = −1",
                .weight = Weight::statement,
                .survives = "from (θ₀, ψ₀) ∈ S, the constant is a solution",
                .of_statement = true},
      .printed = remains_constant(),
      .counterexample = at_zero({make_objective(Kink(1, -1, -1))}),
      .corrected = {remains_constant()}};
}
FalseLine<InnaInstance> stationary() {
  return {
      .words = {.key = "stationary algorithm",
                .place = "2.4.2, On D-criticality",
                .printed = "if the algorithm was initialized on the D-critical set, the algorithm would be stationary",
                .corrected = "if moreover ψ₀ = (1 − αβ)θ₀ and the subgradient 0 is selected for every batch",
                .remark = "0 ∈ D𝒥(θ) is a property of the sum, and the algorithm moves along batches.",
                .by_hand = "𝒥₁ = (θ − 1)²/2, 𝒥₂ = (θ + 1)²/2, α = β = γ = 1, θ₀ = ψ₀ = 0, which is critical: the batch "
                           "{1} has v = −1, so that θ₁ = 1",
                .weight = Weight::statement,
                .survives = "if moreover ψ₀ = (1 − αβ)θ₀ and the subgradient 0 is selected for every batch",
                .of_statement = true},
      .printed = rests_on_batches(),
      .counterexample = at_zero({make_objective(Quadratic(at(1), at(1))), make_objective(Quadratic(at(1), at(-1)))}),
      .corrected = {rests_on_batches()}};
}

}  // namespace

Form<Unknowns> general_conclusion() { return form<Run, Unknowns>("S and rest", both_ways).of_code(); }
Form<Unknowns> general_negative_beta() { return form<NegativeBetaRun, Unknowns>("β < 0", both_ways).of_code(); }
Form<DinInstance> rests_at_minimum() { return form<MinimumRun>("rests at the minimum", minimum_rests); }
Form<InnaInstance> step_tells_distance() { return form<InnaRun>("distance from the step", distance_from_step); }
Form<InnaInstance> rests() { return form<InnaRun>("rests", unmoved).of_code(); }
Form<InnaInstance> rests_off_clarke() { return form<InnaRun>("rests off Clarke", off_clarke); }

Form<InnaInstance> remains_constant() { return form<InnaRun>(constant_solution); }
Form<InnaInstance> rests_on_batches() { return form<InnaRun>(unmoved_on_batches).of_code(); }

InnaInstance at_zero(std::vector<ObjectivePtr> terms) {
  return {.terms = FiniteSum(std::move(terms)), .theta = at(0), .psi = at(0), .alpha = 1};
}

Lines<InnaInstance> lines() { return {.errata = {constant_only(), stationary()}}; }
Lines<Unknowns> general_lines() {
  return {.planted = {planted_form("sign: ψ = (1 + αβ)θ", [](const Run& r) { return 1 + r.alpha * r.beta; }),
                      planted_form("reversed: ψ = (αβ − 1)θ", [](const Run& r) { return r.alpha * r.beta - 1; }),
                      planted_form("lost factor: ψ = (1 − α)θ", [](const Run& r) { return 1 - r.alpha; }),
                      planted_form("power: ψ = (1 − αβ)²θ", [](const Run& r) { return square(r.factor()); }),
                      planted_form("missing term: ψ = θ", [](const Run&) { return Number(1); })}};
}

}  // namespace verigrad::inna_steady_states
