#include "verigrad/theorem/inertial_newton/din_energy_decrease.hpp"

#include <cmath>

#include "verigrad/number/sign.hpp"
#include "verigrad/number/types.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"

namespace verigrad::din_energy_decrease {

const Statement& statement() {
  static const Statement result =
      with_lines({.id = "inna/2.6",
                  .stem = "din_energy_decrease",
                  .title = "Strict decrease of the energy",
                  .source = "Thesis, Lemma 2.6, (2.21)",
                  .text = "For all (θ₀, ψ₀) ∉ S and any solution of (2.12) from there, E(θ(t), ψ(t)) < E(θ₀, ψ₀) for "
                          "a.e. t > 0, where E = E_min + E_max and S = {0 ∈ D𝒥(θ), ψ = (1 − αβ)θ}",
                  .code = {"flow/din.hpp: din_velocity"},
                  .hypotheses = {{"parameters",
                                  "β > 0 and α > 0; the text has α ≥ 0. With α < 0 or β < 0 there are states at which "
                                  "E increases, of any 𝒥 with ∇𝒥 = 0 somewhere, or ∇𝒥 ≠ 0 somewhere"},
                                 {"solution", "of (2.12), so that dE/dt is what Lemma 2.5 gives, corrected"},
                                 {"start", "(θ₀, ψ₀) ∉ S: in S, E′ = 0"}},
                  .formal = {.theorems = {"conclusion", "conclusion_smooth"},
                             .corrected = "for α > 0",
                             .given = "the chain rule (2.18) at every t > 0, which Lemma 2.3 has for almost every t"}},
                 lines());
  return result;
}

bool hypotheses_hold(const DinInstance& instance) { return instance.alpha > 0 && instance.beta > 0; }
bool parameters_as_printed(const DinInstance& instance) { return instance.alpha >= 0 && instance.beta > 0; }
bool moves(const DinInstance& instance) {
  const Number::Over fractions(Number::Kind::rational);
  const DinRun r(instance);
  return hypotheses_hold(instance) && !(vanishes(r.v) && vanishes(r.s));
}

namespace {

struct Run : DinRun {
  using Instance = DinInstance;
  explicit Run(const DinInstance& instance) : DinRun(instance) {}
  explicit Run(const Unknowns& unknowns) : Run(unknowns, unknowns.positive("α")) {}
  Run(const Unknowns& unknowns, Number any_alpha) : Run(unknowns, std::move(any_alpha), unknowns.positive("β")) {}
  Run(const Unknowns& unknowns, Number any_alpha, Number any_beta)
      : DinRun(unknowns, std::move(any_alpha), std::move(any_beta)) {}

  /// The weight of 𝒥 in E/2.
  Number weight() const { return 1 + this->alpha * this->beta; }
  Number energy_rate() const { return 2 * this->rate(weight()); }
  /// 2(α‖θ′‖² + β‖v‖²).
  Number loss() const {
    return 2 * (this->alpha * squared_norm(this->velocity.theta) + this->beta * squared_norm(this->v));
  }
  /// ‖ψ − (1 − αβ)θ‖².
  Number squared_distance() const {
    return squared_norm(this->at.psi - (1 - this->alpha * this->beta) * this->at.theta);
  }
  Number distance_bound() const {
    return (square(this->beta) / this->alpha + this->beta * square(this->beta)) * -energy_rate() / 2;
  }
};

struct UndampedRun : Run {
  explicit UndampedRun(const Unknowns& unknowns) : Run(unknowns, 0) {}
};

struct NegativeAlphaRun : Run {
  explicit NegativeAlphaRun(const Unknowns& unknowns)
      : Run(unknowns, -unknowns.positive("−α"), unknowns.positive("β")) {}
};
struct NegativeBetaRun : Run {
  explicit NegativeBetaRun(const Unknowns& unknowns)
      : Run(unknowns, unknowns.nonnegative("α"), -unknowns.positive("−β")) {}
};

void identity(const Run& r, Claims& claims) { claims.equal("E′ = −2(α‖θ′‖² + β‖v‖²)", r.energy_rate(), -r.loss()); }
void identity_and_sign(const Run& r, Claims& claims) {
  identity(r, claims);
  claims.at_most("−2(α‖θ′‖² + β‖v‖²) ≤ 0", -r.loss(), 0);
}
void conclusion_for_all(const Run& r, Claims& claims) {
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
void rate_at_most_zero(const Run& r, Claims& claims) { claims.at_most("E′ ≤ 0", r.energy_rate(), 0); }
void smooth(const Run& r, Claims& claims) { r.claim_rate_if_smooth(r.weight(), -r.loss() / 2, claims); }
void increase_at_critical(const Run& r, Claims& claims) {
  const Number gain = -2 * r.alpha * squared_norm(r.velocity.theta);
  claims.equal("E′ + 2β‖v‖² = 2|α|‖θ′‖²", r.energy_rate() + 2 * r.beta * squared_norm(r.v), gain);
  claims.at_most("0 ≤ 2|α|‖θ′‖²", 0, gain);
}
void increase_at_standstill(const Run& r, Claims& claims) {
  const Number gain = -2 * r.beta * squared_norm(r.v);
  claims.equal("E′ + 2α‖θ′‖² = 2|β|‖v‖²", r.energy_rate() + 2 * r.alpha * squared_norm(r.velocity.theta), gain);
  claims.at_most("0 ≤ 2|β|‖v‖²", 0, gain);
}
void negative_and_psi_within(const Run& r, Claims& claims) {
  claims.less("E′ < 0", r.energy_rate(), 0);
  claims.at_most("‖ψ − (1 − αβ)θ‖² ≤ ½(β²/α + β³)(−E′)", r.squared_distance(), r.distance_bound());
}
void psi_at_bound(const Run& r, Claims& claims) {
  claims.equal("‖ψ − (1 − αβ)θ‖² = ½(β²/α + β³)(−E′)", r.squared_distance(), r.distance_bound());
}
/// E_min for α = β = 1, where its weight of 𝒥 is 0.
void minimum_rate(const Run& r, Claims& claims) { claims.less("E_min′ < 0", r.rate(0), 0); }

/// The claim that E is less after the time 1 along the velocity, and that this motion is the solution: at its middle
/// and end the velocity is the same.
void uniform_motion(const Run& r, Claims& claims) {
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
  claims.less("E(1) < E(0)", energy(after(1)), energy(r.at));
}

FalseLine<DinInstance> zero_alpha() {
  return {.words = {.key = "α = 0",
                    .place = "Lemma 2.6, and with it 'E is a Lyapunov function for S' in the proof of Theorem 2.1",
                    .printed = "For all (θ₀, ψ₀) ∉ S … E(θ(t), ψ(t)) < E(θ₀, ψ₀), for a.e. t > 0 [α ≥ 0]",
                    .corrected = "for α > 0, with E′ = −2(α‖θ′‖² + β‖v‖²). For α = 0, E does not increase",
                    .remark = "(2.5), (2.13) and Algorithm 1 allow α = 0. There E′ = −2β‖v‖² is 0 as long as θ moves "
                              "where ∇𝒥 = 0. With α = 0 the lemma needs that no curve of D-critical points contains a "
                              "segment. Theorem 2.1 holds nevertheless, see there.",
                    .by_hand = "𝒥(θ₁, θ₂) = θ₁²/2, α = 0, β = 1, θ₀ = 0, ψ₀ = (0, −1) is not in S, and θ(t) = (0, t), "
                               "ψ(t) = (0, t − 1) has E = 1 for all t",
                    .weight = Weight::hypothesis,
                    .survives = "for α > 0; for α = 0, E does not increase",
                    .of_statement = true},
          .printed = falls_in_uniform_motion(),
          .counterexample = along_the_valley(0),
          .corrected = {strictly_decreases()}};
}

/// wrong(key, what the planted form says that E′ is).
template <class Instance>
Forms<Instance> planted(const std::string& suffix = "") {
  const auto wrong = [&](const std::string& key, auto rate) {
    return form<Run, Instance>(key + suffix, [rate](const Run& r, Claims& claims) {
      claims.equal("E′ = planted rate", r.energy_rate(), rate(r));
    });
  };
  return {
      wrong("sign: +2(α‖θ′‖² + β‖v‖²)", [](const Run& r) { return r.loss(); }),
      wrong("factor: −(α‖θ′‖² + β‖v‖²)", [](const Run& r) { return -r.loss() / 2; }),
      wrong("swapped: −2(β‖θ′‖² + α‖v‖²)",
            [](const Run& r) { return -2 * (r.beta * squared_norm(r.velocity.theta) + r.alpha * squared_norm(r.v)); }),
      wrong("missing term: −2β‖v‖²", [](const Run& r) { return -2 * r.beta * squared_norm(r.v); }),
      wrong("energy: weight 2αβ for 2(1 + αβ)",
            [](const Run& r) { return -r.loss() + 2 * dot(r.velocity.theta, r.v); })};
}

}  // namespace

Form<Unknowns> general_conclusion() { return form<Run, Unknowns>("E′ and the distance to S", conclusion_for_all); }
Form<Unknowns> general_undamped() { return form<UndampedRun, Unknowns>("without α > 0", identity_and_sign); }
Forms<Unknowns> general_increase() {
  return {form<NegativeAlphaRun, Unknowns>("every α < 0: E increases where v = 0 and θ′ ≠ 0", increase_at_critical),
          form<NegativeBetaRun, Unknowns>("every β < 0: E increases where θ′ = 0 and v ≠ 0", increase_at_standstill)};
}
Form<DinInstance> rate() { return form<Run>("E′", identity); }
Form<DinInstance> strictly_decreases() { return form<Run>(negative_and_psi_within); }
Form<DinInstance> smooth_rate() { return form<Run>("E′, smooth 𝒥", smooth); }
Form<DinInstance> distance_attained() { return form<Run>("bound on the distance to S", psi_at_bound); }
Form<DinInstance> decreases() { return form<Run>("E′ ≤ 0", rate_at_most_zero); }
Form<DinInstance> minimum_strictly_decreases() { return form<Run>("E_min′ < 0", minimum_rate); }
Form<DinInstance> falls_in_uniform_motion() { return form<Run>(uniform_motion); }

DinInstance along_the_valley(double alpha) {
  return {.J = make_objective(Quadratic(vector({1, 0}), vector({0, 0}))),
          .theta = vector({0, 0}),
          .psi = vector({0, -1}),
          .alpha = alpha,
          .beta = 1};
}

Lines<DinInstance> lines() {
  return {.errata = {zero_alpha()}, .planted = planted<DinInstance>(), .separating = {din_on_flat_parabola()}};
}
Lines<Unknowns> general_lines() { return {.planted = planted<Unknowns>(", all states")}; }

}  // namespace verigrad::din_energy_decrease
