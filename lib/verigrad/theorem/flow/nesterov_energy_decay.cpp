#include "verigrad/theorem/flow/nesterov_energy_decay.hpp"

#include "verigrad/theorem/flow/energy_rate_forms.hpp"

namespace verigrad::nesterov_energy_decay {

const Statement& statement() {
  static const Statement result{
      .id = "sgm/5.2.3",
      .stem = "nesterov_energy_decay",
      .title = "Energy decay of the Nesterov system",
      .source = "Stochastic gradient methods, Lemma 5.2.3, (5.20)",
      .text = "d/dt (J(W(t) + νZ(t)) + ½|Z(t)|²) = −ν|∇J(W(t) + νZ(t))|² ≤ 0",
      .hypotheses = {{"system", "W′(t) = Z(t), Z′(t) = −∇J(W(t) + νZ(t)) (5.19)"},
                     {"acceleration", "ν ≥ 0; the identity needs no sign of ν, the inequality does"},
                     {"regularity", "J ∈ C² (5.18); C¹ is enough, and convexity is not asked for"}},
      .steps = {{"chain rule", "E′ = ⟨W′ + νZ′, ∇J(W + νZ)⟩ + ⟨Z′, Z⟩"},
                {"by the system", "… = ⟨Z − ν∇J(W + νZ), ∇J(W + νZ)⟩ + ⟨−∇J(W + νZ), Z⟩"},
                {"cancels", "… = −ν|∇J(W + νZ)|²"}},
      .errata = {}};
  return result;
}

bool hypotheses_hold(const PhaseInstance& instance) { return instance.nu >= 0; }

namespace {

struct State {
  using Instance = PhaseInstance;
  explicit State(const PhaseInstance& instance)
      : J(&instance.J->over<Number>()),
        L(exact(instance.J->curvature().smoothness())),
        tau(instance.tau),
        nu(exact(instance.nu)),
        w(exact(instance.w)),
        z(exact(instance.z)),
        g(J->gradient(w + nu * z)),
        g_at_w(J->gradient(w)),
        velocity(momentum_velocity(z, g)),
        rate(along().rate_if_quadratic()) {}
  explicit State(const Unknowns& unknowns) : State(unknowns, unknowns.nonnegative("ν")) {}
  State(const Unknowns& unknowns, Number any_nu)
      : nu(std::move(any_nu)),
        z(unknowns.vector("Z")),
        g(unknowns.vector("∇J(W + νZ)")),
        g_at_w(unknowns.vector("∇J(W)")),
        velocity(momentum_velocity(z, g)),
        rate(rate_by_chain_rule(z, velocity, g, nu, Number(1))) {}

  EnergyAlong along() const { return {*J, nu, Number(1), {w, z}, velocity}; }

  const ObjectiveOver<Number>* J = nullptr;
  Number L{};
  double tau = 0;
  Number nu;
  Vector<Number> w = {}, z;
  Vector<Number> g, g_at_w;  ///< ∇J(W + νZ), ∇J(W)
  Phase<Number> velocity;
  Number rate;  ///< d/dt (J(W + νZ) + ½|Z|²)
};

/// A state with ν of any sign.
struct AnyNu : State {
  explicit AnyNu(const Unknowns& unknowns) : State(unknowns, unknowns.real("ν")) {}
};

Number printed_rate(const State& s) { return -s.nu * squared_norm(s.g); }

void identity(const State& s, Claims& claims) {
  claims.equal("d/dt (J(W + νZ) + ½|Z|²) = −ν|∇J(W + νZ)|²", s.rate, printed_rate(s));
}

void identity_and_sign(const State& s, Claims& claims) {
  identity(s, claims);
  claims.at_most("−ν|∇J(W + νZ)|² ≤ 0", printed_rate(s), 0);
}

void rate_at_most_zero(const State& s, Claims& claims) { claims.at_most("d/dt (J(W + νZ) + ½|Z|²) ≤ 0", s.rate, 0); }

void chain_rule(const State& s, Claims& claims) {
  claims.equal("E′ = ⟨W′ + νZ′, ∇J(W + νZ)⟩ + ⟨Z′, Z⟩", s.rate,
               dot(s.velocity.w + s.nu * s.velocity.z, s.g) + dot(s.velocity.z, s.z));
}

Number by_system(const State& s) { return dot(s.z - s.nu * s.g, s.g) + dot(-s.g, s.z); }

void by_the_system(const State& s, Claims& claims) {
  claims.equal("E′ = ⟨Z − ν∇J, ∇J⟩ + ⟨−∇J, Z⟩, ∇J at W + νZ", s.rate, by_system(s));
}

void cancels(const State& s, Claims& claims) {
  claims.equal("⟨Z − ν∇J, ∇J⟩ + ⟨−∇J, Z⟩ = −ν|∇J|², ∇J at W + νZ", by_system(s), printed_rate(s));
}

/// make(key, what the planted form says that the rate is).
template <class Make>
auto planted_with(Make make) {
  return std::vector{make("sign: +ν|∇J(W + νZ)|²", [](const State& s) { return -printed_rate(s); }),
                     make("factor: −ν/2 |∇J(W + νZ)|²", [](const State& s) { return frac(1, 2) * printed_rate(s); }),
                     make("lost factor: −|∇J(W + νZ)|²", [](const State& s) { return -squared_norm(s.g); }),
                     make("point: −ν|∇J(W)|²", [](const State& s) { return -s.nu * squared_norm(s.g_at_w); }),
                     make("other vector: −ν|Z|²", [](const State& s) { return -s.nu * squared_norm(s.z); }),
                     make("missing term: 0, as for (5.16)", [](const State&) { return Number(0); })};
}

}  // namespace

Form<PhaseInstance> conclusion() { return form<State>("as printed, quadratic J", identity); }
Form<PhaseInstance> smooth_conclusion() {
  return smooth_rate_form<State>("as printed", [](const State& s) { return printed_rate(s); });
}
Form<Unknowns> general_conclusion() { return form<State, Unknowns>("as printed, all states", identity_and_sign); }
Form<Unknowns> general_identity() { return form<AnyNu, Unknowns>("identity without ν ≥ 0", identity); }
Form<PhaseInstance> decays() { return form<State>("decays", rate_at_most_zero); }

Forms<PhaseInstance> steps() {
  return {form<State>("chain rule", chain_rule), form<State>("by the system", by_the_system),
          form<State>("cancels", cancels)};
}
Forms<Unknowns> general_steps() {
  return {form<State, Unknowns>("by the system, all states", by_the_system),
          form<State, Unknowns>("cancels, all states", cancels)};
}

Forms<PhaseInstance> planted() { return planted_with(rate_form<State>); }
Forms<PhaseInstance> smooth_planted() { return planted_with(smooth_rate_form<State>); }
Forms<Unknowns> general_planted() { return planted_with(general_rate_form<State>); }

}  // namespace verigrad::nesterov_energy_decay
